package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.check.line.MetadataImport;
import io.dovetail.lab.idp.check.line.SentNames;
import io.dovetail.lab.idp.check.line.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What {@code check} was told on the command line.
 *
 * @param values by option, without the dashes; flags are empty
 */
record CheckOptions(Map<String, String> values) {

    static final String USAGE = """
            usage: java -jar test-idp.jar check --sp-metadata URL|FILE --start URL [option…]
                   java -jar test-idp.jar check --serve [--port N] [option…]
                   java -jar test-idp.jar check --metadata-out FILE [--port N] [option…]

            The first plays every line against a service provider that has imported the metadata of the
            second (served, with a provider that answers honestly, until Ctrl-C) or of the third (a file).

              --sp-metadata URL|FILE   the service provider's metadata
              --start URL              the address at which a sign-in begins
              --idp-entity-id ID       the issuer; default urn:test-idp:check
              --keys FILE              PKCS#12, made when it is not there; default test-idp-check.p12
              --one-key                leaves the second key, whose certificate has ended, out of the metadata
              --attributes A,B,C,D     names of first name, last name, what identifies the person, and e-mail;
                                       each may be empty; default first_name,last_name,saml_id
              --sign PART              what honest responses sign: ASSERTION (default), RESPONSE or BOTH
              --requires PART          what the service provider demands to be signed: ASSERTION, RESPONSE, BOTH
              --skew SECONDS           the clock difference that it forgives; default 180
              --accepted REGEX         finds addresses or pages that mean: signed in
              --refused REGEX          finds addresses or pages that mean: refused, where the status is no 4xx
              --encrypt-to FILE        the certificate, PEM or DER, that Assertions are encrypted to, where the
                                       metadata name no key for it
              --second-sp-metadata URL|FILE, --second-start URL
                                       another connection of the same product, which knows this provider by the
                                       same issuer (F16, H1, H2)
              --second-keys FILE       the keys that the second connection trusts instead, made by --keys there
              --import "METHOD URL"    a call by which the product imports metadata (E3, G2, I)
              --import-header "N: V"   a header of that call, such as an authorization
              --import-body JSON       its body, with {metadata} in a string; default {"metadataXml":"{metadata}"}
              --who REGEX              its first group finds who was signed in, in the last address or page
              --only A,B3,…            letters, lines or names
              --patience SECONDS       for one answer; default 20
              --report DIR             where the reports are written; default check-report
              --name NAME              their file name; default report
              --product TEXT           what is checked, for the reports' title
              --settings TEXT          how it was set, for the report
              --port N                 of the served provider; default 8095

            Exit code: 0 all as expected, 1 a line failed, 2 the check could not run.
            """;

    private static final Set<String> FLAGS = Set.of("serve", "one-key");
    private static final Set<String> KNOWN = Set.of(
            "sp-metadata",
            "start",
            "idp-entity-id",
            "keys",
            "attributes",
            "sign",
            "requires",
            "skew",
            "accepted",
            "refused",
            "who",
            "only",
            "patience",
            "report",
            "name",
            "product",
            "settings",
            "port",
            "metadata-out",
            "encrypt-to",
            "second-sp-metadata",
            "second-start",
            "second-keys",
            "import",
            "import-header",
            "import-body");

    /** Anything that is not in the usage is an {@link IllegalArgumentException}. */
    static CheckOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (FLAGS.contains(name)) {
                values.put(name, "");
            } else if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("Unknown option " + arguments[i]);
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " takes a value");
            } else {
                i++;
                values.put(name, arguments[i]);
            }
        }
        return new CheckOptions(Map.copyOf(values));
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    String require(String option) {
        return Optional.ofNullable(values.get(option))
                .orElseThrow(() -> new IllegalArgumentException("--" + option + " is missing"));
    }

    URI start() {
        return address("start");
    }

    /** An address that a browser can open. */
    URI address(String option) {
        return web(option, require(option));
    }

    private static URI web(String option, String text) {
        URI address = URI.create(text);
        if (address.getHost() == null) {
            throw new IllegalArgumentException("--" + option + " takes an http or https address: " + text);
        }
        return address;
    }

    /** How the product imports metadata, if the run says so. */
    Optional<MetadataImport> metadataImport() {
        if (!has("import")) {
            return Optional.empty();
        }
        String[] call = require("import").split(" ", 2);
        if (call.length != 2) {
            throw new IllegalArgumentException("--import takes a method and an address: " + require("import"));
        }
        String body = text("import-body", "{\"metadataXml\":\"" + MetadataImport.GAP + "\"}");
        if (!body.contains(MetadataImport.GAP)) {
            throw new IllegalArgumentException("--import-body needs " + MetadataImport.GAP + " in it");
        }
        List<Map.Entry<String, String>> headers =
                has("import-header") ? List.of(header(require("import-header"))) : List.of();
        return Optional.of(new MetadataImport(call[0], web("import", call[1]), headers, body, patience()));
    }

    private static Map.Entry<String, String> header(String text) {
        String[] parts = text.split(": *", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("--import-header takes a name, a colon and a value");
        }
        return Map.entry(parts[0], parts[1]);
    }

    Set<String> only() {
        return has("only") ? Set.of(require("only").split(",")) : Set.of();
    }

    Path report(String ending) {
        return Path.of(text("report", "check-report"), text("name", "report") + ending);
    }

    int port() {
        return number("port", 8095);
    }

    Duration skew() {
        return Duration.ofSeconds(number("skew", 180));
    }

    Duration patience() {
        return Duration.ofSeconds(number("patience", 20));
    }

    SentNames names() {
        return has("attributes") ? SentNames.parse(require("attributes")) : SentNames.USUAL;
    }

    SignedParts sign() {
        return part("sign").orElse(SignedParts.ASSERTION);
    }

    Optional<SignedParts> part(String option) {
        try {
            return Optional.ofNullable(values.get(option)).map(SignedParts::valueOf);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + option + " takes ASSERTION, RESPONSE or BOTH", e);
        }
    }

    Pattern accepted() {
        return pattern("accepted").orElse(Setting.USUALLY_ACCEPTED);
    }

    Optional<Pattern> pattern(String option) {
        try {
            return Optional.ofNullable(values.get(option)).map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("--" + option + " takes a regular expression: " + e.getMessage(), e);
        }
    }

    private int number(String option, int otherwise) {
        try {
            return has(option) ? Integer.parseInt(require(option)) : otherwise;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + option + " takes a number: " + require(option), e);
        }
    }
}
