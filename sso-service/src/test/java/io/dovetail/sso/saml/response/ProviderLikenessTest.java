package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Habits of real providers that a strict reader could stumble over (security.md, "What real providers send"). */
class ProviderLikenessTest {

    @Test
    void acceptsOktaWhichSignsBothAndNamesPrefixesToKeep() {
        var scene = new Scene();
        var document = ResponseWriter.unsigned(scene.honest());
        var okta = Signing.by(Scene.KEYS)
                .withTransforms(
                        Signing.Step.of(Names.ENVELOPED),
                        new Signing.Step(Names.EXCLUSIVE_C14N, new ExcC14NParameterSpec(List.of("xs"))));
        okta.sign(Xml.requireChild(document.getDocumentElement(), Names.SAML, "Assertion"));
        okta.sign(document.getDocumentElement());

        var verdict = scene.check(ResponseFactory.encode(document), Scene.KEYS, Scene.NOW);

        assertEquals("ada", assertInstanceOf(VerifiedAssertion.class, verdict).samlId());
    }

    @Test
    void acceptsPingFederateWhichOmitsTheDestinationOfAnUnsignedResponse() {
        var scene = new Scene();

        var verdict = scene.with(scene.honest().withDestination(null)).check();

        assertInstanceOf(VerifiedAssertion.class, verdict);
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
