package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One message is one message, however its bytes are written (security.md C10, C13, C14). */
class TwoReadersTest {
    private final Scene scene = new Scene();
    private final String honest = Xml.text(ResponseFactory.document(scene.honest(), Scene.KEYS));

    /** The signature does not cover comments, and the part before one is another person's name. */
    @ParameterizedTest
    @MethodSource("splitters")
    void refusesATextThatIsSplitAfterItWasSigned(String place, String splitter, Reason reason) {
        var split = honest.replace(place + "ada<", place + "a" + splitter + "da<");

        var verdict = check(split);

        assertTrue(split.contains(splitter));
        assertEquals(reason, assertInstanceOf(Refusal.class, verdict).reason());
        assertInstanceOf(VerifiedAssertion.class, check(honest));
    }

    static Stream<Arguments> splitters() {
        return Stream.of("xs:string\">", "unspecified\">")
                .flatMap(place -> Stream.of(
                        Arguments.of(place, "<!---->", Reason.VALUE_UNREADABLE),
                        Arguments.of(place, "<!-- a comment -->", Reason.VALUE_UNREADABLE),
                        Arguments.of(place, "<?an instruction?>", Reason.SIGNATURE_INVALID),
                        Arguments.of(place, "<b/>", Reason.SCHEMA_INVALID)));
    }

    @ParameterizedTest
    @MethodSource("signedSplits")
    void readsASplitTextThatTheProviderSignedWholeOrNotAtAll(String what, String expected) {
        var document = ResponseWriter.unsigned(scene.honest());
        split(document, what);
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);

        var verdict = check(Xml.text(document));

        var read = verdict instanceof VerifiedAssertion accepted
                ? accepted.samlId()
                : assertInstanceOf(Refusal.class, verdict).reason().name();
        assertEquals(expected, read);
    }

    static Stream<Arguments> signedSplits() {
        return Stream.of(
                Arguments.of("comment", "VALUE_UNREADABLE"),
                Arguments.of("instruction", "ada"),
                Arguments.of("cdata", "ada"),
                Arguments.of("element", "SCHEMA_INVALID"));
    }

    private static void split(Document document, String what) {
        var value = samlId(document);
        value.setTextContent("a");
        value.appendChild(
                switch (what) {
                    case "comment" -> document.createComment("x");
                    case "instruction" -> document.createProcessingInstruction("x", "y");
                    case "cdata" -> document.createCDATASection("d");
                    default -> document.createElementNS("urn:example:inner", "inner");
                });
        value.appendChild(document.createTextNode(what.equals("cdata") ? "a" : "da"));
    }

    private static Element samlId(Document document) {
        return Xml.descendants(document, Names.SAML, "Attribute").stream()
                .filter(attribute -> attribute.getAttribute("Name").equals("saml_id"))
                .map(attribute -> Xml.requireChild(attribute, Names.SAML, "AttributeValue"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsACharacterDataSectionWhole() {
        var section = honest.replace("xs:string\">ada<", "xs:string\">a<![CDATA[da]]><");

        var verdict = check(section);

        assertTrue(section.contains("CDATA"));
        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, verdict).samlId());
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsEveryEncodingAlike(Charset charset, String mark) {
        var written = mark + honest.replace("UTF-8", charset.name());

        var verdict = scene.check(ResponseFactory.encode(written.getBytes(charset)), Scene.KEYS, Scene.NOW);

        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, verdict).samlId());
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_8, ""),
                Arguments.of(StandardCharsets.UTF_8, "\ufeff"),
                Arguments.of(StandardCharsets.UTF_16, ""),
                Arguments.of(StandardCharsets.UTF_16BE, "\ufeff"),
                Arguments.of(StandardCharsets.UTF_16LE, "\ufeff"));
    }

    @Test
    void refusesBytesThatAreNoTextInANamespace() {
        var text = honest.replace("xmlns:xs=", "xmlns:x=\"urn:\u00fc\" xmlns:xs=");
        var brokenOff = text.getBytes(StandardCharsets.ISO_8859_1);

        var verdict = scene.check(ResponseFactory.encode(brokenOff), Scene.KEYS, Scene.NOW);

        assertEquals(Reason.NOT_XML, assertInstanceOf(Refusal.class, verdict).reason());
        assertInstanceOf(VerifiedAssertion.class, check(text));
    }

    @Test
    void refusesAPrefixThatNobodyDeclared() {
        var declared = honest.replace(
                "</samlp:Status>", "<samlp:StatusDetail><x:a xmlns:x=\"urn:x\"/></samlp:StatusDetail></samlp:Status>");

        var verdict = check(declared.replace(" xmlns:x=\"urn:x\"", ""));

        assertEquals(Reason.NOT_XML, assertInstanceOf(Refusal.class, verdict).reason());
        assertInstanceOf(VerifiedAssertion.class, check(declared));
    }

    @Test
    void refusesXml11WhichAllowsControlCharacters() {
        var later = honest.replace("<?xml version=\"1.0\"", "<?xml version=\"1.1\"");

        var verdict = check(later);

        assertTrue(later.contains("1.1"));
        assertEquals(Reason.NOT_XML, assertInstanceOf(Refusal.class, verdict).reason());
    }

    @Test
    void refusesATimeThatTheSchemaAllowsAndNobodyCanRead() {
        var farAway = honest.replaceFirst("IssueInstant=\"2026", "IssueInstant=\"999999999");

        var verdict = check(farAway);

        assertEquals(
                Reason.VALUE_UNREADABLE,
                assertInstanceOf(Refusal.class, verdict).reason());
    }

    /** SAML Core 1.3.3: what names no zone is UTC, wherever the service runs. */
    @Test
    void readsATimeWithoutZoneAsUtcInEveryZone() {
        var home = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try {
            var zoneless = honest.replaceFirst("(IssueInstant=\"[^\"]*)Z\"", "$1\"");

            var verdict = check(zoneless);

            assertTrue(!zoneless.equals(honest));
            assertInstanceOf(VerifiedAssertion.class, verdict);
        } finally {
            TimeZone.setDefault(home);
        }
    }

    /** The same moment, written in another zone, is the same moment; an end that is past is past in every zone. */
    @ParameterizedTest
    @ValueSource(ints = {5, -5, 14, -14})
    void readsATimeInTheZoneThatItNames(int hours) {
        var elsewhere = ZoneOffset.ofHours(hours);
        var ended = scene.with(scene.honest()
                .withNotBefore(Scene.NOW.minus(Duration.ofHours(16)))
                .withNotOnOrAfter(Scene.NOW.minus(Duration.ofHours(1))));

        var honest = checkIn(elsewhere, scene);
        var late = checkIn(elsewhere, ended);

        assertInstanceOf(VerifiedAssertion.class, honest);
        assertTrue(Set.of(Reason.EXPIRED, Reason.CONFIRMATION_EXPIRED)
                .contains(assertInstanceOf(Refusal.class, late).reason()));
    }

    private static Verdict checkIn(ZoneOffset zone, Scene scene) {
        var document = ResponseWriter.unsigned(scene.honest());
        for (var element : Xml.descendants(document, "*", "*")) {
            for (var name : List.of("IssueInstant", "AuthnInstant", "NotBefore", "NotOnOrAfter")) {
                if (element.hasAttribute(name)) {
                    var there = Instant.parse(element.getAttribute(name)).atOffset(zone);
                    element.setAttribute(name, there.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
                }
            }
        }
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);
        return scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
    }

    private Verdict check(String xml) {
        return scene.check(ResponseFactory.encode(xml), Scene.KEYS, Scene.NOW);
    }
}
