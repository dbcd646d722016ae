package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.answer.Answers;
import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.application.Applications;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.check.line.Scenarios;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.metadata.HostileMetadata;
import io.dovetail.lab.idp.metadata.InwardAddresses;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /applications/{id}/switches}: every line of security.md A to I, with what plays it. */
public final class SwitchesPage {
    private static final Map<String, String> HEADINGS = Map.of(
            "A", "What the signature covers",
            "B", "Signatures, keys, encryption",
            "C", "Digests, canonical forms, two readers",
            "D", "Exhaustion",
            "E", "Algorithms",
            "F", "Protocol",
            "G", "Addresses and pages",
            "H", "Companies and people",
            "I", "Metadata");

    private final Applications applications;
    private final Switches switches;
    private final String baseUrl;

    public SwitchesPage(Applications applications, Switches switches, String baseUrl) {
        this.applications = applications;
        this.switches = switches;
        this.baseUrl = baseUrl;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/applications/{id}/switches", (request, id) -> show(id))
                .on("POST", "/applications/{id}/switches", this::change);
    }

    private Answer change(Request request, String id) {
        Application application = applications.require(id);
        if (request.text("attack") != null) {
            switches.answer(id, request.find("attack").orElseThrow(), false);
        } else if (request.text("twin") != null) {
            switches.answer(id, request.find("twin").orElseThrow(), true);
        } else if (request.text("metadata") != null) {
            switches.serve(id, request.find("metadata").orElseThrow());
        } else {
            switches.off(id);
        }
        return Answer.seeOther(application.switchesPath());
    }

    private Answer show(String id) {
        Application application = applications.require(id);
        Map<String, List<Line>> byLetter = Lines.all().stream()
                .collect(Collectors.groupingBy(Line::letter, LinkedHashMap::new, Collectors.toList()));
        String groups = byLetter.entrySet().stream()
                .map(group -> section(application, group.getKey(), group.getValue()))
                .collect(Collectors.joining());
        return Answer.html(200, Html.page("How " + application.name() + " misbehaves", now(application) + groups));
    }

    private String now(Application application) {
        String answers =
                switches.of(application.id()).map(Misbehaviour::description).orElse("Every answer is honest.");
        String metadata = switches.metadataOf(application.id())
                .map(line -> "Its metadata: " + line.name() + ".")
                .orElse("Its metadata are honest.");
        String encryption =
                application.serviceProvider().encryptionCertificate().isPresent()
                        ? ""
                        : "<p>No encryption key of the service provider is known, so what is encrypted is for a stranger.</p>";
        return """
                <section><h2>Now</h2><p>%s</p><p>%s</p><p>A switch holds for every sign-in of this application, begun at
                the service provider or at <a href="%s">its tile</a>, until another one is chosen. A hostile answer must
                be refused where its honest twin is accepted. Metadata have an address each, to paste; or the
                application's own address serves them, as it does when a provider changes between two readings.</p>%s
                <form method="post" action="%s"><button type="submit">Be honest</button></form></section>
                """.formatted(
                        Html.escape(answers),
                        Html.escape(metadata),
                        Html.escape(application.tilePath()),
                        encryption,
                        Html.escape(application.switchesPath()));
    }

    private String section(Application application, String letter, List<Line> lines) {
        String rows = lines.stream().map(line -> row(application, line)).collect(Collectors.joining());
        return """
                <section><h2>%s. %s</h2><form method="post" action="%s"><table><tbody>%s</tbody></table></form></section>
                """.formatted(letter, HEADINGS.get(letter), Html.escape(application.switchesPath()), rows);
    }

    private String row(Application application, Line line) {
        String buttons = (Answers.find(line.name()).isPresent() ? answerButtons(line) : "")
                + metadataAddress(application, line)
                        .map(address -> metadata(line, address))
                        .orElse("");
        return "<tr><td>%s<br><small>%s</small></td><td>%s</td></tr>%n"
                .formatted(
                        Html.escape(line.sentence()),
                        Html.escape(line.name()),
                        buttons.isEmpty() ? elsewhere(line) : buttons);
    }

    private static String answerButtons(Line line) {
        return """
                <button type="submit" name="attack" value="%1$s">Misbehave</button>
                <button type="submit" name="twin" value="%1$s">Honest twin</button>
                """.formatted(Html.escape(line.name()));
    }

    private Optional<String> metadataAddress(Application application, Line line) {
        String honest = baseUrl + application.metadataPath();
        return HostileMetadata.find(line.name())
                .map(recipe -> honest + "?as=" + line.name())
                .or(() -> InwardAddresses.find(line.name(), URI.create(honest)));
    }

    private static String metadata(Line line, String address) {
        String button = HostileMetadata.find(line.name()).isPresent()
                ? "<button type=\"submit\" name=\"metadata\" value=\"%s\">Serve it</button>"
                        .formatted(Html.escape(line.name()))
                : "";
        return "<code>%s</code> %s".formatted(Html.escape(address), button);
    }

    /** What no answer and no metadata of a provider can play. */
    private static String elsewhere(Line line) {
        return Scenarios.find(line).isPresent()
                ? "Played by <code>check --only %s</code>".formatted(Html.escape(line.name()))
                : "Played by the product's own tests, docs/conformance.md";
    }
}
