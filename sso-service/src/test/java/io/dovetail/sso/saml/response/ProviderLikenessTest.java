package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.likeness.Likeness;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Habits of real providers that a strict reader could stumble over (security.md, "What real providers send"). */
class ProviderLikenessTest {

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void acceptsTheAnswerOf(Likeness provider) {
        var scene = inTheLikenessOf(provider, "_request");

        var verdict = scene.check();

        var verified = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", verified.samlId());
        assertEquals(Optional.of("_request"), verified.inResponseTo());
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void acceptsWhatATileStartsAt(Likeness provider) {
        var scene = inTheLikenessOf(provider, null);

        var verdict = scene.check();

        var verified = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", verified.samlId());
        assertEquals(Optional.empty(), verified.inResponseTo());
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void acceptsTheEncryptedAnswerOf(Likeness provider) {
        var scene = inTheLikenessOf(provider, "_request");

        var verdict = scene.with(provider.encrypted(scene.honest(), Scene.SP_KEYS.certificate()))
                .check();

        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, verdict).samlId());
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void acceptsTheEncryptedAnswerThatATileStartsAt(Likeness provider) {
        var scene = inTheLikenessOf(provider, null);

        var verdict = scene.with(provider.encrypted(scene.honest(), Scene.SP_KEYS.certificate()))
                .check();

        var verified = assertInstanceOf(VerifiedAssertion.class, verdict);
        assertEquals("ada", verified.samlId());
        assertEquals(Optional.empty(), verified.inResponseTo());
    }

    /** Its Response says nothing that could be wrong; the Recipient of the signed part does. */
    @Test
    void acceptsNoAnswerOfPingFederateForAnotherAddress() {
        var scene = inTheLikenessOf(Likeness.PINGFEDERATE, "_request");

        var verdict = scene.with(scene.honest().withRecipient("https://elsewhere.example/acs"))
                .check();

        assertInstanceOf(Refusal.class, verdict);
    }

    private static Scene inTheLikenessOf(Likeness provider, @Nullable String inResponseTo) {
        var plan = provider.plan(
                Scene.COMPANY,
                Scene.SP,
                Scene.ACS,
                inResponseTo,
                provider.nameId("ada", "ada@example.org"),
                Scene.ATTRIBUTES,
                Scene.NOW);
        return new Scene().with(plan);
    }

    @Test
    void acceptsOneValidBearerConfirmationAmongSeveral() {
        var scene = new Scene();
        var document = ResponseWriter.unsigned(scene.honest());
        var good = Xml.descendants(document, Names.SAML, "SubjectConfirmation").get(0);
        var elsewhere = (Element) good.cloneNode(true);
        Xml.requireChild(elsewhere, Names.SAML, "SubjectConfirmationData")
                .setAttribute("Recipient", "https://elsewhere.example/acs");
        good.getParentNode().insertBefore(elsewhere, good);
        ResponseFactory.sign(document, scene.honest(), Scene.KEYS);

        var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }

    @Test
    void acceptsAResponseWithoutNotBefore() {
        var scene = new Scene();

        var verdict = scene.with(scene.honest().withNotBefore(null)).check();

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }

    @Test
    void acceptsAnUnsignedResponseThatLeavesItsIssuerOut() {
        var scene = new Scene();
        var document = ResponseFactory.document(scene.honest(), Scene.KEYS);
        Xml.remove(Xml.requireChild(document.getDocumentElement(), Names.SAML, "Issuer"));

        var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }

    @Test
    void answersNobodyWhenTheProviderStartedByItself() {
        var scene = new Scene();

        var verdict = scene.with(scene.honest().withInResponseTo(null)).check();

        assertEquals(
                Optional.empty(),
                assertInstanceOf(VerifiedAssertion.class, verdict).inResponseTo());
    }

    @Test
    void believesTheAnsweredRequestOfTheSignedPartAlone() {
        var scene = new Scene();
        var document = ResponseFactory.document(scene.honest().withInResponseTo(null), Scene.KEYS);
        document.getDocumentElement().setAttribute("InResponseTo", "_forged");

        var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

        assertEquals(
                Optional.empty(),
                assertInstanceOf(VerifiedAssertion.class, verdict).inResponseTo());
    }

    @Test
    void acceptsAnyKeyThatMetadataListsAndNoOther() {
        var scene = new Scene();
        var next = IdpKeys.ec("secp384r1");
        var unlisted = IdpKeys.rsa2048();
        var trust = scene.trusting(Scene.KEYS.certificate(), next.certificate());

        var byNext = scene.check(ResponseFactory.base64(scene.honest(), next), trust);
        var byUnlisted = scene.check(ResponseFactory.base64(scene.honest(), unlisted), trust);

        assertInstanceOf(VerifiedAssertion.class, byNext);
        assertEquals(
                Reason.SIGNATURE_INVALID,
                assertInstanceOf(Refusal.class, byUnlisted).reason());
    }

    @Test
    void warnsOfACertificateThatIsPastItsEnd() {
        var scene = new Scene();
        var ended = Scene.KEYS.withCertificateLife(
                Instant.parse("2020-01-01T00:00:00Z"), Scene.NOW.minus(Duration.ofDays(1)));

        var verdict = scene.check(ResponseFactory.base64(scene.honest(), ended), ended, Scene.NOW);

        assertEquals(
                Set.of(Warning.CERTIFICATE_EXPIRED),
                assertInstanceOf(VerifiedAssertion.class, verdict).warnings());
    }

    @Test
    void acceptsASecondAudienceBesideUs() {
        var scene = new Scene();
        var document = ResponseWriter.unsigned(scene.honest());
        var restriction =
                Xml.descendants(document, Names.SAML, "AudienceRestriction").get(0);
        Xml.append(restriction, Names.SAML, "saml:Audience", "https://elsewhere.example");
        ResponseFactory.sign(document, scene.honest().withSign(SignedParts.ASSERTION), Scene.KEYS);

        var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }
}
