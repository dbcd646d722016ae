package io.dovetail.lab.idp.misbehaviour;

import io.dovetail.lab.idp.application.Application;
import io.dovetail.lab.idp.application.Applications;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /applications/{id}/switches}: every hostile response with a sentence, its honest twin beside it. */
public final class SwitchesPage {

    private static final Map<String, String> HEADINGS = Map.of(
            "A", "What the signature covers",
            "B", "Signatures, keys, encryption",
            "C", "Digests, canonical forms, two readers",
            "D", "Exhaustion",
            "E", "Algorithms",
            "F", "Protocol");

    private final Applications applications;
    private final Switches switches;

    public SwitchesPage(Applications applications, Switches switches) {
        this.applications = applications;
        this.switches = switches;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/applications/{id}/switches", (request, id) -> show(id))
                .on("POST", "/applications/{id}/switches", this::change);
    }

    private Answer change(Request request, String id) {
        Application application = applications.require(id);
        if (request.text("attack") != null) {
            switches.on(id, request.find("attack").orElseThrow(), false);
        } else if (request.text("twin") != null) {
            switches.on(id, request.find("twin").orElseThrow(), true);
        } else {
            switches.off(id);
        }
        return Answer.seeOther(application.switchesPath());
    }

    private Answer show(String id) {
        Application application = applications.require(id);
        String groups = Switches.byLetter().entrySet().stream()
                .map(group -> section(application, group.getKey(), group.getValue()))
                .collect(Collectors.joining());
        return Answer.html(200, Html.page("How " + application.name() + " misbehaves", now(application) + groups));
    }

    private String now(Application application) {
        String state =
                switches.of(application.id()).map(Misbehaviour::description).orElse("Every answer is honest.");
        String encryption =
                application.serviceProvider().encryptionCertificate().isPresent()
                        ? ""
                        : "<p>No encryption key of the service provider is known, so what is encrypted is for a stranger.</p>";
        return """
                <section><h2>Now</h2><p>%s</p><p>A switch holds for every sign-in of this application, begun at the
                service provider or at <a href="%s">its tile</a>, until another one is chosen. A hostile answer must be
                refused where its honest twin is accepted.</p>%s
                <form method="post" action="%s"><button type="submit">Be honest</button></form></section>
                """.formatted(
                        Html.escape(state),
                        Html.escape(application.tilePath()),
                        encryption,
                        Html.escape(application.switchesPath()));
    }

    private static String section(Application application, String letter, List<Line> lines) {
        String rows = lines.stream().map(SwitchesPage::row).collect(Collectors.joining());
        return """
                <section><h2>%s. %s</h2><form method="post" action="%s"><table><tbody>%s</tbody></table></form></section>
                """.formatted(letter, HEADINGS.get(letter), Html.escape(application.switchesPath()), rows);
    }

    private static String row(Line line) {
        String name = Html.escape(line.name());
        return """
                <tr><td>%s<br><small>%s</small></td>
                <td><button type="submit" name="attack" value="%s">Misbehave</button></td>
                <td><button type="submit" name="twin" value="%s">Honest twin</button></td></tr>
                """.formatted(Html.escape(line.sentence()), name, name, name);
    }
}
