package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SignedRequestTest {

    private static final IdpKeys SIGNING = IdpKeys.rsa2048();
    private static final IdpKeys NEXT = IdpKeys.ec("secp256r1");
    private static final IdpKeys ENCRYPTION = IdpKeys.rsa2048();
    private static final IdpKeys STRANGER = IdpKeys.rsa2048();

    private static IdpServer server;
    private static Browser browser;
    private static JsonNode application;

    @BeforeAll
    static void start() throws Exception {
        server = IdpServer.start(IdpOptions.onFreePort());
        browser = new Browser(server);
        application = register(Map.of(
                "idpEntityId",
                "company-1",
                "spMetadataXml",
                metadata(),
                "wantSignedRequests",
                true,
                "encrypt",
                true,
                "likeness",
                "OKTA"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysSoInItsMetadata() {
        String metadata = browser.get(application.get("metadataUrl").asText()).body();

        assertTrue(metadata.contains("WantAuthnRequestsSigned=\"true\""), metadata);
    }

    @Test
    void acceptsASignatureOverTheQueryByAnyKeyOfTheMetadata() throws Exception {
        String rsa = signedQuery(SIGNING, "SHA256withRSA", Names.RSA_SHA256);
        String ec = signedQuery(NEXT, "SHA256withECDSAinP1363Format", Names.ECDSA_SHA256);

        assertEquals(200, get(rsa).statusCode());
        assertEquals(200, get(ec).statusCode());
    }

    @Test
    void refusesAQueryThatIsNotSignedWeaklySignedChangedOrSignedByAStranger() throws Exception {
        String good = signedQuery(SIGNING, "SHA256withRSA", Names.RSA_SHA256);

        assertRefused(get(ServiceProvider.redirect(ServiceProvider.request(""), "state")), "not signed");
        assertRefused(get(signedQuery(SIGNING, "SHA1withRSA", Names.RSA_SHA1)), "SHA-256 or better");
        assertRefused(get(signedQuery(STRANGER, "SHA256withRSA", Names.RSA_SHA256)), "fits no signing key");
        assertRefused(get(signedQuery(ENCRYPTION, "SHA256withRSA", Names.RSA_SHA256)), "fits no signing key");
        assertRefused(get(good.replace("RelayState=state", "RelayState=other")), "fits no signing key");
        assertRefused(get(good.replaceAll("&Signature=.*", "&Signature=%2A")), "fits no signing key");
    }

    @Test
    void acceptsAndRefusesTheSameByPost() {
        assertEquals(200, post(signed(SIGNING)).statusCode());
        assertRefused(post(ServiceProvider.request("")), "not signed");
        assertRefused(post(signed(STRANGER)), "fits no signing key");
        assertRefused(post(signed(SIGNING).replace("Version=", "ForceAuthn=\"true\" Version=")), "fits no signing key");
    }

    @Test
    void refusesARequestWhoseSignatureCoversSomethingElse() {
        Document document = Xml.parse(signed(SIGNING));
        Xml.append(document.getDocumentElement(), Names.SAMLP, "samlp:Extensions")
                .appendChild(document.getDocumentElement().cloneNode(true));
        document.getDocumentElement().setAttribute("ID", "_other");
        Document byEmptyUri = Xml.parse(ServiceProvider.request(""));
        Signing.by(SIGNING).withReferenceUri("").sign(byEmptyUri.getDocumentElement());

        assertRefused(post(Xml.text(document)), "fits no signing key");
        assertRefused(post(Xml.text(byEmptyUri)), "fits no signing key");
    }

    @Test
    void encryptsForTheKeyOfTheMetadata() throws Exception {
        var logIn = Jsoup.parse(browser.get(application.get("tileUrl").asText()).body());
        var sending = Jsoup.parse(browser.postForm(logIn.selectFirst("form").attr("action"), Map.of("username", "nora"))
                .body());

        String base64 = sending.selectFirst("input[name=SAMLResponse]").val();
        Document response = Xml.parse(Base64.getDecoder().decode(base64));
        assertTrue(sending.selectFirst("input[name=RelayState]").val().isEmpty());
        assertFalse(Xml.text(response).contains("nora"));
        new Decrypter(ENCRYPTION).decryptFirst(response);
        assertTrue(Xml.text(response).contains("nora"));
    }

    @Test
    void needsTheKeysThatItIsToUse() throws Exception {
        String keyless = "{\"spEntityId\": \"a\", \"acsUrl\": \"https://app.example.org\", \"%s\": true}";

        assertRefused(browser.postJson("/applications", keyless.formatted("encrypt")), "encryption key");
        assertRefused(browser.postJson("/applications", keyless.formatted("wantSignedRequests")), "signing key");
        String bad = metadata().replaceFirst("X509Certificate>[^<]*<", "X509Certificate>AAAA<");
        assertRefused(
                browser.postJson("/applications", new ObjectMapper().writeValueAsString(Map.of("spMetadataXml", bad))),
                "certificate");
    }

    private static JsonNode register(Map<String, Object> fields) throws Exception {
        HttpResponse<String> answer = browser.postJson("/applications", new ObjectMapper().writeValueAsString(fields));
        assertEquals(201, answer.statusCode(), answer.body());
        return ServiceProvider.read(answer.body());
    }

    private static String metadata() throws Exception {
        return """
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">\
                <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">%s%s%s\
                <md:AssertionConsumerService index="0" Location="%s"\
                 Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>\
                </md:SPSSODescriptor></md:EntityDescriptor>""".formatted(
                        ServiceProvider.ENTITY_ID,
                        key("signing", SIGNING),
                        key("signing", NEXT),
                        key("encryption", ENCRYPTION),
                        ServiceProvider.ACS);
    }

    private static String key(String use, IdpKeys keys) throws Exception {
        return """
                <md:KeyDescriptor use="%s"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>\
                <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>""".formatted(
                use, Base64.getEncoder().encodeToString(keys.certificate().getEncoded()));
    }

    private static String signedQuery(IdpKeys keys, String jca, String algorithm) throws Exception {
        String query = "SAMLRequest=" + encoded(ServiceProvider.deflated(ServiceProvider.request("")))
                + "&RelayState=state&SigAlg=" + encoded(algorithm);
        Signature signer = Signature.getInstance(jca);
        signer.initSign(keys.privateKey());
        signer.update(query.getBytes(StandardCharsets.US_ASCII));
        return "?" + query + "&Signature=" + encoded(Base64.getEncoder().encodeToString(signer.sign()));
    }

    private static String signed(IdpKeys keys) {
        Document document = Xml.parse(ServiceProvider.request(""));
        Signing.by(keys).sign(document.getDocumentElement());
        return Xml.text(document);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String query) {
        return browser.get(application.get("ssoUrl").asText() + query);
    }

    private static HttpResponse<String> post(String xml) {
        return browser.postForm(application.get("ssoUrl").asText(), Map.of("SAMLRequest", ServiceProvider.posted(xml)));
    }

    private static void assertRefused(HttpResponse<String> answer, String mentioning) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(mentioning), answer.body());
    }
}
