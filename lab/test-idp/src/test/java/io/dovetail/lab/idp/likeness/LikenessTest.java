package io.dovetail.lab.idp.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Decrypter;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.JdkValidator;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LikenessTest {

    private static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final IdpKeys SERVICE_PROVIDER = IdpKeys.rsa2048();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ACS = "https://app.example.org/acs";

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void everySignatureOfAResponseVerifies(Likeness likeness) {
        ResponsePlan plan = plan(likeness, "_request");

        Document response = sent(plan);

        JdkValidator validator = new JdkValidator(KEYS);
        Element assertion = Xml.requireChild(response.getDocumentElement(), Names.SAML, "Assertion");
        assertEquals(
                plan.sign() != SignedParts.RESPONSE, validator.acceptsAnySignature(response, assertion), "Assertion");
        assertEquals(
                plan.sign() != SignedParts.ASSERTION,
                validator.acceptsAnySignature(response, response.getDocumentElement()),
                "Response");
        assertTrue(response.getDocumentElement().getTextContent().contains("ada"));
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void anEncryptedAssertionIsOnlyForTheServiceProvider(Likeness likeness) throws Exception {
        ResponsePlan plan = likeness.encrypted(plan(likeness, null), SERVICE_PROVIDER.certificate());

        Document response = sent(plan);

        assertFalse(Xml.text(response).contains("Lovelace"));
        assertEquals(
                plan.sign() != SignedParts.ASSERTION,
                new JdkValidator(KEYS).acceptsAnySignature(response, response.getDocumentElement()));
        new Decrypter(SERVICE_PROVIDER).decryptFirst(response);
        Element assertion = Xml.descendants(response, Names.SAML, "Assertion").get(0);
        assertEquals(
                plan.sign() != SignedParts.RESPONSE, new JdkValidator(KEYS).acceptsAnySignature(response, assertion));
    }

    @Test
    void signsWhatEachProviderSigns() {
        assertEquals(SignedParts.ASSERTION, plan(Likeness.JUMPCLOUD, null).sign());
        assertEquals(SignedParts.BOTH, plan(Likeness.OKTA, null).sign());
        assertEquals(SignedParts.ASSERTION, plan(Likeness.ENTRA, null).sign());
        assertEquals(SignedParts.RESPONSE, plan(Likeness.GOOGLE, null).sign());
        assertEquals(SignedParts.ASSERTION, plan(Likeness.ONELOGIN, null).sign());
        assertEquals(SignedParts.ASSERTION, plan(Likeness.PINGFEDERATE, null).sign());
        assertEquals(SignedParts.ASSERTION, plan(Likeness.ADFS, null).sign());
    }

    @Test
    void jumpCloudWritesFreeTextIssuersWithAFormatAndNoAttributesUnlessConfigured() {
        ResponsePlan plan = Likeness.JUMPCLOUD.plan(
                "IdP Entity ID", "https://app.example.org", ACS, null, "ada@example.org", Map.of(), NOW);

        String xml = text(plan);

        assertTrue(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><saml2p:Response "), xml);
        assertTrue(xml.contains("nameid-format:entity\">IdP Entity ID</saml2:Issuer>"));
        assertTrue(xml.contains("Consent=\"urn:oasis:names:tc:SAML:2.0:consent:unspecified\""));
        assertTrue(xml.contains("SAML:1.0:nameid-format:unspecified\">ada@example.org<"));
        assertFalse(xml.contains("AttributeStatement"));
        assertTrue(xml.contains("NotBefore=\"2026-03-01T09:55:00.000Z\" NotOnOrAfter=\"2026-03-01T10:05:00.000Z\""));
    }

    @Test
    void oktaKeepsPrefixesAndBreaksCertificatesIntoLines() {
        String xml = text(plan(Likeness.OKTA, null));

        assertEquals(2, xml.split("PrefixList=\"xs\"", -1).length - 1);
        assertTrue(xml.contains("<saml2:AttributeValue xmlns:xsi="));
        assertTrue(xml.substring(xml.indexOf("<ds:X509Certificate>")).indexOf('\n') < 100);
        assertTrue(Likeness.OKTA.sendsEmptyRelayState());
        assertFalse(Likeness.JUMPCLOUD.sendsEmptyRelayState());
    }

    @Test
    void entraUsesDefaultNamespacesAndSendsItsOwnClaimsWithoutANameFormat() {
        String xml = text(plan(Likeness.ENTRA, "_request"));

        assertTrue(xml.startsWith("<samlp:Response "), xml);
        assertTrue(xml.contains("<Issuer xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\">"));
        assertTrue(xml.contains("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"));
        assertTrue(xml.contains("<Attribute Name=\"http://schemas.microsoft.com/identity/claims/tenantid\">"));
        assertFalse(xml.contains("NameFormat"));
        assertFalse(xml.contains("xsi:type"));
        assertTrue(xml.indexOf("<AttributeStatement>") < xml.indexOf("<AuthnStatement "));
    }

    @Test
    void googleNamesTheSubjectOfItsCertificate() {
        String xml = text(plan(Likeness.GOOGLE, null));

        assertTrue(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>"), xml);
        assertTrue(xml.contains("<ds:X509SubjectName>"));
    }

    @Test
    void oneLoginCountsSecondsAndSendsAnEmptyAttribute() {
        String xml = text(plan(Likeness.ONELOGIN, null));

        assertTrue(xml.contains("NotBefore=\"2026-03-01T09:57:00Z\" NotOnOrAfter=\"2026-03-01T10:03:00Z\""), xml);
        assertTrue(xml.contains("SessionNotOnOrAfter=\"2026-03-02T10:00:00Z\""));
        assertTrue(xml.contains("<saml:AttributeValue xsi:type=\"xs:string\"/>"));
    }

    @Test
    void pingFederateOmitsTheDestinationAndTheFormatOfItsOpaqueNameId() {
        String nameId = Likeness.PINGFEDERATE.nameId("ada", "ada@example.org");

        String xml = text(plan(Likeness.PINGFEDERATE, "_request"));

        assertFalse(xml.contains("Destination"));
        assertTrue(xml.contains("<saml:NameID>" + nameId + "</saml:NameID>"), xml);
        assertTrue(xml.contains("<ds:KeyValue>"));
        assertTrue(xml.contains("AuthenticatingAuthority"));
        assertNotEquals(nameId, Likeness.PINGFEDERATE.nameId("bo", "ada@example.org"));
    }

    @Test
    void adFsGivesKeyInfoANamespaceOfItsOwnAndConfirmsForFiveMinutesOfItsHour() {
        String xml = text(plan(Likeness.ADFS, "_request"));

        assertTrue(xml.contains("<ds:Signature "));
        assertTrue(xml.contains("<KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data>"), xml);
        assertTrue(xml.contains(
                "<SubjectConfirmationData InResponseTo=\"_request\"" + " NotOnOrAfter=\"2026-03-01T10:05:00.000Z\""));
        assertTrue(xml.contains("NotOnOrAfter=\"2026-03-01T11:00:00.000Z\"><AudienceRestriction>"));
        assertTrue(xml.contains("WindowsDomainQualifiedName\">EXAMPLE\\ada<"));
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void makesItsIdsAnew(Likeness likeness) {
        ResponsePlan first = plan(likeness, null);
        ResponsePlan second = plan(likeness, null);

        assertNotEquals(first.responseId(), second.responseId());
        assertNotEquals(first.assertionId(), second.assertionId());
        assertTrue(first.assertionId().matches("[A-Za-z_][A-Za-z0-9._-]+"), first.assertionId());
        assertTrue(Duration.between(NOW, first.notOnOrAfter()).toMinutes() >= 3);
    }

    private static ResponsePlan plan(Likeness likeness, String inResponseTo) {
        return likeness.plan(
                "company-1",
                "https://app.example.org",
                ACS,
                inResponseTo,
                likeness.nameId("ada", "ada@example.org"),
                Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada")),
                NOW);
    }

    private static String text(ResponsePlan plan) {
        return new String(Base64.getDecoder().decode(ResponseFactory.base64(plan, KEYS)), StandardCharsets.UTF_8);
    }

    private static Document sent(ResponsePlan plan) {
        return Xml.parse(text(plan));
    }
}
