package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What real providers send passes, and what administrators get wrong is named. */
class HonestResponseTest {

    @ParameterizedTest
    @EnumSource(
            value = SignedParts.class,
            names = {"ASSERTION", "RESPONSE", "BOTH"})
    void acceptsWhateverIsSigned(SignedParts signed) {
        var scene = new Scene();

        var verdict = scene.with(scene.honest().withSign(signed)).check();

        var accepted = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", accepted.samlId());
        assertEquals("Ada", accepted.firstName());
        assertEquals("Lovelace", accepted.lastName());
        assertEquals(Optional.of("_request"), accepted.inResponseTo());
        assertEquals(Duration.ZERO, accepted.clockDifference());
    }

    @Test
    void acceptsAnEcdsaKeyOfP256() {
        var keys = IdpKeys.ec("secp256r1");
        var scene = new Scene();

        var verdict = scene.check(ResponseFactory.base64(scene.honest(), keys), keys, Scene.NOW);

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'\r\n','\u2028'", "'\n','\u000b'", "' ','\u00a0'", "'\t','-'"})
    void acceptsBase64WithWhiteSpaceBetweenAndWithNothingElse(String between, String other) {
        var scene = new Scene();
        var plain = ResponseFactory.base64(scene.honest(), Scene.KEYS);

        var honest = scene.check(plain.replaceAll("(.{76})", "$1" + between), Scene.KEYS, Scene.NOW);
        var hostile = scene.check(plain.replaceAll("(.{76})", "$1" + other), Scene.KEYS, Scene.NOW);

        assertInstanceOf(VerifiedAssertion.class, honest);
        assertEquals(Reason.NOT_XML, assertInstanceOf(Refusal.class, hostile).reason());
    }

    @Test
    void measuresTheClockDifference() {
        var verdict = new Scene().check(Scene.NOW.minus(Duration.ofSeconds(90)));

        assertEquals(Duration.ofSeconds(90), ((VerifiedAssertion) verdict).clockDifference());
    }

    @Test
    void acceptsUpToTheEndAndTheSkewAndNotAMomentLonger() {
        var scene = new Scene();
        var end = scene.honest().notOnOrAfter().plus(Duration.ofMinutes(3));

        var before = scene.check(end.minusMillis(1));
        var at = scene.check(end);

        assertInstanceOf(VerifiedAssertion.class, before);
        assertInstanceOf(Refusal.class, at);
    }

    @Test
    void keepsTheAssertionSpentEvenIfTheSkewIsRaisedLater() {
        var scene = new Scene();

        var verdict = scene.check();

        var largest = scene.honest().notOnOrAfter().plus(Duration.ofMinutes(10));
        assertEquals(largest, assertInstanceOf(VerifiedAssertion.class, verdict).usableUntil());
    }

    @Test
    void namesTheThreeAttributesThatAreMissing() {
        var scene = new Scene();

        var verdict = scene.with(scene.honest().withAttributes(Map.of())).check();

        var refusal = assertInstanceOf(Refusal.class, verdict);
        assertEquals(Reason.ATTRIBUTES_MISSING, refusal.reason());
        assertTrue(refusal.expected().contains("saml_id, first_name, last_name"), refusal.expected());
    }

    @Test
    void showsThePlaceholderThatWasLeftAsIssuer() {
        var scene = new Scene();

        var verdict = scene.with(scene.honest().withIssuer("IdP Entity ID")).check();

        var refusal = assertInstanceOf(Refusal.class, verdict);
        assertEquals(Reason.ISSUER_WRONG, refusal.reason());
        assertEquals("IdP Entity ID", refusal.received());
        assertEquals(Scene.COMPANY, refusal.expected());
    }

    @Test
    void keepsASamlIdAsItCame() {
        var scene = new Scene();
        var attributes =
                Map.of("saml_id", List.of(" ÁDA "), "first_name", List.of("Ada"), "last_name", List.of("Lovelace"));

        var verdict = scene.with(scene.honest().withAttributes(attributes)).check();

        assertEquals(" ÁDA ", assertInstanceOf(VerifiedAssertion.class, verdict).samlId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"saml_id", "first_name", "last_name"})
    void refusesAValueThatNobodyCouldBeBoundByOrShown(String name) {
        var scene = new Scene();

        var longest = scene.withAttribute(name, "a".repeat(512)).check();
        var longer = scene.withAttribute(name, "a".repeat(513)).check();

        assertInstanceOf(VerifiedAssertion.class, longest);
        assertEquals(
                Reason.ATTRIBUTE_TOO_LONG,
                assertInstanceOf(Refusal.class, longer).reason());
    }

    @Test
    void takesAnotherCaseOrFriendlyNameForNoAttributeOfOurs() {
        var scene = new Scene();
        var document = ResponseWriter.unsigned(scene.honest());
        for (var attribute : Xml.descendants(document, Names.SAML, "Attribute")) {
            attribute.setAttribute("FriendlyName", attribute.getAttribute("Name"));
            attribute.setAttribute("Name", attribute.getAttribute("Name").toUpperCase(Locale.ROOT));
        }
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);

        var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

        assertEquals(
                Reason.ATTRIBUTES_MISSING,
                assertInstanceOf(Refusal.class, verdict).reason());
    }

    @Test
    void refusesSeveralValuesOfSamlId() {
        var scene = new Scene();
        var attributes = Map.of(
                "saml_id", List.of("ada", "eve"), "first_name", List.of("Ada"), "last_name", List.of("Lovelace"));

        var verdict = scene.with(scene.honest().withAttributes(attributes)).check();

        assertEquals(Reason.ATTRIBUTE_AMBIGUOUS, ((Refusal) verdict).reason());
    }

    @Test
    void refusesSamlIdTwiceWithDifferentValues() {
        var scene = new Scene();
        var document = ResponseWriter.unsigned(scene.honest());
        var samlId = Xml.descendants(document, Names.SAML, "Attribute").stream()
                .filter(attribute -> attribute.getAttribute("Name").equals("saml_id"))
                .findFirst()
                .orElseThrow();
        var second = (Element) samlId.cloneNode(true);
        Xml.requireChild(second, Names.SAML, "AttributeValue").setTextContent("eve");
        samlId.getParentNode().appendChild(second);
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);

        var twice = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);
        var under = scene.withAttribute("saml_id_2", "eve").check();

        assertEquals(
                Reason.ATTRIBUTE_AMBIGUOUS,
                assertInstanceOf(Refusal.class, twice).reason());
        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, under).samlId());
    }

    @Test
    void endsNoLaterThanTheProvidersSession() {
        var scene = new Scene();
        Instant end = Scene.NOW.plus(Duration.ofHours(1));

        var verdict = scene.with(scene.honest().withSessionNotOnOrAfter(end)).check();

        assertEquals(Optional.of(end), ((VerifiedAssertion) verdict).sessionNotOnOrAfter());
    }
}
