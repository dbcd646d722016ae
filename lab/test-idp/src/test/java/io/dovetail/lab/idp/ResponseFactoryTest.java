package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ResponseFactoryTest {

    private static final IdpKeys KEYS = IdpKeys.rsa2048();

    static ResponsePlan honest() {
        return ResponsePlan.jumpCloud(
                "company-1",
                "https://app.example.org",
                "https://app.example.org/auth/saml/company-1",
                "_request",
                "ada",
                Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada")),
                Instant.parse("2026-03-01T10:00:00Z"));
    }

    static Document decode(String base64) {
        return Xml.parse(Base64.getDecoder().decode(base64));
    }

    @Test
    void signsTheAssertionAloneAsJumpCloudDoes() {
        Element response = decode(ResponseFactory.base64(honest(), KEYS)).getDocumentElement();

        assertTrue(Xml.findChild(response, Names.DS, "Signature").isEmpty());
        Element assertion = Xml.requireChild(response, Names.SAML, "Assertion");
        Element signature = Xml.requireChild(assertion, Names.DS, "Signature");
        assertTrue(new JdkValidator(KEYS).accepts(signature, assertion));
        assertFalse(new JdkValidator(IdpKeys.rsa2048()).accepts(signature, assertion));
    }

    @ParameterizedTest
    @EnumSource(SignedParts.class)
    void everySignatureVerifiesWhicheverPartsAreSigned(SignedParts parts) {
        Element response =
                decode(ResponseFactory.base64(honest().withSign(parts), KEYS)).getDocumentElement();

        Element assertion = Xml.requireChild(response, Names.SAML, "Assertion");
        for (Element part : List.of(response, assertion)) {
            Xml.findChild(part, Names.DS, "Signature")
                    .ifPresent(signature -> assertTrue(new JdkValidator(KEYS).accepts(signature, part)));
        }
        assertEquals(
                parts.includesResponse(),
                Xml.findChild(response, Names.DS, "Signature").isPresent());
        assertEquals(
                parts.includesAssertion(),
                Xml.findChild(assertion, Names.DS, "Signature").isPresent());
    }

    @Test
    void signsWithAnEllipticCurveToo() {
        IdpKeys keys = IdpKeys.ec("secp256r1");

        Document document = decode(ResponseFactory.base64(honest(), keys));

        assertTrue(new JdkValidator(keys)
                .acceptsAnySignature(
                        document,
                        Xml.descendants(document, Names.SAML, "Assertion").get(0)));
    }

    @Test
    void leavesTheAttributeStatementOutWhenNoAttributeIsConfigured() {
        Document document = decode(ResponseFactory.base64(honest().withAttributes(Map.of()), KEYS));

        assertTrue(Xml.descendants(document, Names.SAML, "AttributeStatement").isEmpty());
    }

    @Test
    void leavesInResponseToOutWhenNobodyAsked() {
        Document document =
                decode(ResponseFactory.base64(honest().withInResponseTo(null).withDestination(null), KEYS));

        assertFalse(document.getDocumentElement().hasAttribute("InResponseTo"));
        assertFalse(document.getDocumentElement().hasAttribute("Destination"));
        assertFalse(Xml.descendants(document, Names.SAML, "SubjectConfirmationData")
                .get(0)
                .hasAttribute("InResponseTo"));
    }
}
