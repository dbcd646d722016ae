package io.dovetail.sso.saml.metadata;

import static io.dovetail.sso.saml.metadata.MetadataReason.ADDRESS_NOT_HTTPS;
import static io.dovetail.sso.saml.metadata.MetadataReason.CERTIFICATE_UNREADABLE;
import static io.dovetail.sso.saml.metadata.MetadataReason.DOCTYPE;
import static io.dovetail.sso.saml.metadata.MetadataReason.ENTITY_ID_TOO_LONG;
import static io.dovetail.sso.saml.metadata.MetadataReason.EXPIRED;
import static io.dovetail.sso.saml.metadata.MetadataReason.KEY_TOO_LARGE;
import static io.dovetail.sso.saml.metadata.MetadataReason.NOT_A_PROVIDER;
import static io.dovetail.sso.saml.metadata.MetadataReason.NOT_METADATA;
import static io.dovetail.sso.saml.metadata.MetadataReason.NOT_XML;
import static io.dovetail.sso.saml.metadata.MetadataReason.NO_ADDRESS;
import static io.dovetail.sso.saml.metadata.MetadataReason.NO_ENTITY_ID;
import static io.dovetail.sso.saml.metadata.MetadataReason.NO_KEY;
import static io.dovetail.sso.saml.metadata.MetadataReason.SEVERAL_ENTITIES;
import static io.dovetail.sso.saml.metadata.MetadataReason.SEVERAL_ROLES;
import static io.dovetail.sso.saml.metadata.MetadataReason.SIGNATURE_BAD;
import static io.dovetail.sso.saml.metadata.MetadataReason.TOO_LARGE;
import static io.dovetail.sso.saml.metadata.MetadataReason.TOO_MANY_KEYS;
import static io.dovetail.sso.saml.metadata.MetadataReason.WEAK_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dovetail.lab.idp.IdpKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file that is no provider's metadata is refused for its own reason (security.md G2, I4 to I8, I11). */
class HostileMetadataTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String KEY = MetadataFile.key("use=\"signing\"", MetadataFile.KEYS);
    private static final String GOOD = MetadataFile.with(KEY + MetadataFile.POST);
    private static final String OTHER = GOOD.replace(MetadataFile.ENTITY_ID, "https://other.example/metadata");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"documents", "contents", "addresses", "keys"})
    void refusesTheFileForItsReasonAndAcceptsItsHonestTwin(String what, String xml, MetadataReason reason)
            throws MetadataRefused {
        var reader = new IdpMetadataReader(false);

        var refused =
                assertThrows(MetadataRefused.class, () -> reader.read(MetadataFile.bytes(xml), MetadataFile.ONLY, NOW));

        assertEquals(reason, refused.reason(), what);
        assertEquals(
                MetadataFile.ENTITY_ID,
                reader.read(MetadataFile.bytes(GOOD), MetadataFile.ONLY, NOW).entityId());
    }

    private static final String MANY_PREFIXES = "<ec:InclusiveNamespaces"
            + " xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"" + "a ".repeat(129) + "\"/>";

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("nothing", "", NOT_XML),
                arguments("text", "please find attached", NOT_XML),
                arguments("a log-in page", "<!DOCTYPE html><html><body>Sign in</body></html>", NOT_XML),
                arguments("an unclosed element", GOOD.replace("</md:EntityDescriptor>", ""), NOT_XML),
                arguments("two roots", GOOD + "<second/>", NOT_XML),
                arguments("a document type", withDoctype("<!DOCTYPE x>"), DOCTYPE),
                arguments(
                        "an external entity",
                        withDoctype("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                                .replace("<md:NameIDFormat/>", "&e;"),
                        DOCTYPE),
                arguments(
                        "an external document type",
                        withDoctype("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/\">"),
                        DOCTYPE),
                arguments("other XML", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", NOT_METADATA),
                arguments("XML without a namespace", "<EntityDescriptor entityID=\"x\"/>", NOT_METADATA),
                arguments("more than 1 MiB", GOOD + " ".repeat(IdpMetadataReader.LARGEST), TOO_LARGE),
                arguments("deep nesting", nested("<a>".repeat(80_000), "</a>".repeat(80_000)), TOO_LARGE),
                arguments("deep nesting of roles", "<a>".repeat(65) + "</a>".repeat(65), TOO_LARGE),
                arguments("too many elements", nested("<a/>".repeat(20_000), ""), TOO_LARGE),
                arguments("a list of prefixes that is slow to verify", nested(MANY_PREFIXES, ""), SIGNATURE_BAD));
    }

    static Stream<Arguments> contents() {
        var role = MetadataFile.role("", KEY + MetadataFile.POST);
        var service = "<md:SPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>";
        return Stream.of(
                arguments("a service", MetadataFile.entity("entityID=\"x\"", service), NOT_A_PROVIDER),
                arguments(
                        "a provider of SAML 1.1 alone",
                        GOOD.replace("SAML:2.0:protocol", "SAML:1.1:protocol"),
                        NOT_A_PROVIDER),
                arguments("two roles", MetadataFile.entity("entityID=\"x\"", role + role), SEVERAL_ROLES),
                arguments(
                        "two roles in a list",
                        MetadataFile.entities(MetadataFile.entity("entityID=\"x\"", role + role)),
                        SEVERAL_ROLES),
                arguments("a provider twice", MetadataFile.entities(GOOD, GOOD), SEVERAL_ROLES),
                arguments("two providers", MetadataFile.entities(GOOD, OTHER), SEVERAL_ENTITIES),
                arguments(
                        "a provider without a name beside one",
                        MetadataFile.entities(GOOD, MetadataFile.entity("", role)),
                        SEVERAL_ENTITIES),
                arguments(
                        "lists in a list", MetadataFile.entities(GOOD, MetadataFile.entities(OTHER)), SEVERAL_ENTITIES),
                arguments("an empty list", MetadataFile.entities(), NOT_A_PROVIDER),
                arguments(
                        "a list of services",
                        MetadataFile.entities(MetadataFile.entity("entityID=\"x\"", service)),
                        NOT_A_PROVIDER),
                arguments(
                        "lists nested deep",
                        Stream.iterate(GOOD, MetadataFile::entities)
                                .skip(9)
                                .findFirst()
                                .orElseThrow(),
                        TOO_LARGE),
                arguments("no entity ID", MetadataFile.entity("", role), NO_ENTITY_ID),
                arguments("a blank entity ID", MetadataFile.entity("entityID=\" \"", role), NO_ENTITY_ID),
                arguments(
                        "an entity ID that is too long",
                        GOOD.replace(MetadataFile.ENTITY_ID, "x".repeat(1_025)),
                        ENTITY_ID_TOO_LONG),
                arguments("an end that has come", MetadataFile.google("2026-03-01T10:00:00Z"), EXPIRED),
                arguments(
                        "an end of its role",
                        GOOD.replace(
                                "<md:IDPSSODescriptor",
                                "<md:IDPSSODescriptor" + " validUntil=\"2026-02-01T00:00:00Z\""),
                        EXPIRED),
                arguments("an end that is no time", MetadataFile.google("tomorrow"), NOT_METADATA),
                arguments(
                        "a cache that is no duration",
                        GOOD.replace("entityID=", "cacheDuration=\"a while\" entityID="),
                        NOT_METADATA));
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                arguments("no address", MetadataFile.with(KEY), NO_ADDRESS),
                arguments(
                        "an unsupported binding",
                        MetadataFile.with(KEY + MetadataFile.service("SOAP", "https://idp.example/")),
                        NO_ADDRESS),
                address("http://idp.example/sso"),
                address("javascript:alert(1)"),
                address("data:text/html,x"),
                address("//idp.example/sso"),
                address("/sso"),
                address(""),
                address("https:///sso"),
                address("https://idp.example/sso&quot; onload=&quot;x"),
                address("https://idp.example/sso'x"),
                address("https://idp.example/&lt;script>"),
                address("https://idp.example/a b"),
                address("https://idp.example/\\evil.example"),
                address("https://somebody@idp.example/"),
                address("https://idp.example/sso#part"),
                address("https://idp.example/" + "x".repeat(1_981)),
                address("https://idp.example/&#10;Location:x"),
                arguments(
                        "a bad address beside a good one",
                        MetadataFile.with(
                                KEY + MetadataFile.POST + MetadataFile.service("HTTP-Redirect", "javascript:x")),
                        ADDRESS_NOT_HTTPS));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments("no key", MetadataFile.with(MetadataFile.POST), NO_KEY),
                arguments(
                        "only an encryption key",
                        MetadataFile.with(
                                MetadataFile.key("use=\"encryption\"", MetadataFile.KEYS) + MetadataFile.POST),
                        NO_KEY),
                arguments(
                        "a key info without a certificate",
                        MetadataFile.with(MetadataFile.key("") + MetadataFile.POST),
                        NO_KEY),
                arguments(
                        "a certificate that is none",
                        MetadataFile.with(MetadataFile.key("", "bm90IGEgY2VydGlmaWNhdGU=") + MetadataFile.POST),
                        CERTIFICATE_UNREADABLE),
                arguments(
                        "a certificate that is no base64",
                        MetadataFile.with(MetadataFile.key("", "a certificate!") + MetadataFile.POST),
                        CERTIFICATE_UNREADABLE),
                arguments(
                        "an empty certificate",
                        MetadataFile.with(MetadataFile.key("", "") + MetadataFile.POST),
                        CERTIFICATE_UNREADABLE),
                arguments("21 keys", MetadataFile.with(LargeKeys.many(21) + MetadataFile.POST), TOO_MANY_KEYS),
                arguments(
                        "RSA of 8,193 bits",
                        MetadataFile.with(LargeKeys.rsa(8_193, 17) + MetadataFile.POST),
                        KEY_TOO_LARGE),
                arguments(
                        "RSA of 20,000 bits",
                        MetadataFile.with(LargeKeys.rsa(20_000, 17) + MetadataFile.POST),
                        CERTIFICATE_UNREADABLE),
                arguments(
                        "an exponent of 65 bits",
                        MetadataFile.with(LargeKeys.rsa(2_048, 65) + MetadataFile.POST),
                        KEY_TOO_LARGE),
                arguments(
                        "an exponent of 4,000 bits beside an honest key",
                        MetadataFile.with(KEY + LargeKeys.rsa(4_096, 4_000) + MetadataFile.POST),
                        CERTIFICATE_UNREADABLE),
                weak("RSA of 1024 bits", IdpKeys.rsa(1024)),
                weak("EC P-224", IdpKeys.ec("secp224r1")),
                weak("RSASSA-PSS", IdpKeys.rsaPss(2048)),
                weak("DSA", IdpKeys.dsa(2048)));
    }

    @Test
    void passesOverAWeakKeyBesideAStrongOne() throws MetadataRefused {
        var both = MetadataFile.key("", IdpKeys.rsa(1024))
                + MetadataFile.key("", IdpKeys.rsaPss(2048))
                + KEY
                + MetadataFile.POST;

        var metadata =
                new IdpMetadataReader(false).read(MetadataFile.bytes(MetadataFile.with(both)), MetadataFile.ONLY, NOW);

        assertEquals(1, metadata.certificates().size());
        assertEquals(MetadataFile.KEYS.certificate(), metadata.certificates().get(0));
    }

    @Test
    void saysWhatToDoForEveryReasonAndHasARowForEach() {
        var named = Stream.of(
                        documents(),
                        contents(),
                        addresses(),
                        keys(),
                        MetadataSignatureTest.changed(),
                        ManyProvidersTest.unknown())
                .flatMap(rows -> rows)
                .map(row -> (MetadataReason) row.get()[2])
                .collect(Collectors.toSet());

        assertEquals(EnumSet.allOf(MetadataReason.class), named);
        assertEquals(
                MetadataReason.values().length,
                Arrays.stream(MetadataReason.values())
                        .map(MetadataReason::advice)
                        .filter(advice -> advice.endsWith("."))
                        .distinct()
                        .count());
    }

    @Test
    void refusesUtf16WithADocumentTypeToo() {
        var wide = withDoctype("<!DOCTYPE x>").replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);

        var refused = assertThrows(
                MetadataRefused.class, () -> new IdpMetadataReader(false).read(wide, MetadataFile.ONLY, NOW));

        assertEquals(NOT_XML, refused.reason());
    }

    private static Arguments address(String location) {
        var file = MetadataFile.with(KEY + MetadataFile.service("HTTP-POST", location));
        return arguments("the address " + location, file, ADDRESS_NOT_HTTPS);
    }

    private static Arguments weak(String what, IdpKeys keys) {
        return arguments(what, MetadataFile.with(MetadataFile.key("", keys) + MetadataFile.POST), WEAK_KEY);
    }

    private static String withDoctype(String doctype) {
        return GOOD.replace("<md:EntityDescriptor", doctype + "<md:EntityDescriptor");
    }

    private static String nested(String open, String close) {
        return GOOD.replace(
                "<md:IDPSSODescriptor", "<md:Extensions>" + open + close + "</md:Extensions><md:IDPSSODescriptor");
    }
}
