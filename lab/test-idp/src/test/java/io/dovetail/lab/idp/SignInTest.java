package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SignInTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static IdpServer server;
    private static JsonNode application;

    private Browser browser;

    @BeforeAll
    static void start() {
        server = IdpServer.start(IdpOptions.onFreePort().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        application = ServiceProvider.register(new Browser(server), "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(server);
    }

    @Test
    void answersARequestByRedirectOnceThePersonIsChosen() throws Exception {
        Document logIn = page(browser.get(redirect("", "/reports?a=1&b=\"2\"")));
        assertTrue(logIn.text().contains("Nora Berg"));

        Document sending = choose(logIn, "nora");

        assertEquals(ServiceProvider.ACS, sending.selectFirst("form").attr("action"));
        assertEquals(
                "/reports?a=1&b=\"2\"",
                sending.selectFirst("input[name=RelayState]").val());
        assertFalse(sending.select("button[type=submit]").isEmpty());
        assertEquals("/assets/send.js", sending.selectFirst("script").attr("src"));
        Element response = response(sending);
        assertEquals("_asked", response.getAttribute("InResponseTo"));
        assertEquals("2026-03-01T10:00:00.000Z", response.getAttribute("IssueInstant"));
        assertEquals(
                "company-1", Xml.requireChild(response, Names.SAML, "Issuer").getTextContent());
        assertEquals(Map.of("first_name", "Nora", "last_name", "Berg", "saml_id", "nora"), attributes(response));
        assertTrue(verifiesWithMetadata(response));
    }

    @Test
    void answersARequestByPost() throws Exception {
        Document logIn = page(browser.postForm(
                path("ssoUrl"), Map.of("SAMLRequest", ServiceProvider.posted(ServiceProvider.request("")))));

        Document sending = choose(logIn, "mei");

        assertEquals("mei", attributes(response(sending)).get("saml_id"));
        assertTrue(sending.select("input[name=RelayState]").isEmpty());
    }

    @Test
    void asksNobodyTwiceInOneSession() throws Exception {
        choose(page(browser.get(redirect("", ""))), "tomas");

        Document second = page(browser.get(redirect("", "")));

        assertEquals("tomas", attributes(response(second)).get("saml_id"));
    }

    @Test
    void asksAgainWhenTheRequestForcesIt() {
        choose(page(browser.get(redirect("", ""))), "tomas");

        Document second = page(browser.get(redirect(" ForceAuthn=\"true\"", "")));

        assertTrue(second.select("input[name=SAMLResponse]").isEmpty());
        assertFalse(second.select("button[value=tomas]").isEmpty());
    }

    @Test
    void asksAgainAfterSigningOut() {
        choose(page(browser.get(redirect("", ""))), "tomas");
        browser.postForm("/sign-out", Map.of());

        Document second = page(browser.get(redirect("", "")));

        assertTrue(second.select("input[name=SAMLResponse]").isEmpty());
    }

    @Test
    void aTileStartsAResponseThatNobodyAskedFor() throws Exception {
        Document sending = choose(page(browser.get(path("tileUrl"))), "samir");

        Element response = response(sending);
        assertFalse(response.hasAttribute("InResponseTo"));
        assertEquals("samir", attributes(response).get("saml_id"));
        assertTrue(verifiesWithMetadata(response));
    }

    @Test
    void sendsNoAttributeStatementWhenNoAttributeIsConfigured() throws Exception {
        JsonNode bare = ServiceProvider.register(browser, ", \"attributes\": {}");

        Document sending = choose(page(browser.get(bare.get("tileUrl").asText())), "nora");

        assertTrue(attributes(response(sending)).isEmpty());
    }

    @Test
    void sendsAttributesUnderTheNamesThatAreConfigured() throws Exception {
        JsonNode other = ServiceProvider.register(
                browser, ", \"attributes\": {\"firstName\": \"given\", \"samlId\": \"uid\"}, \"sign\": \"RESPONSE\"");

        Element response = response(choose(page(browser.get(other.get("tileUrl").asText())), "nora"));

        assertEquals(Map.of("given", "Nora", "uid", "nora"), attributes(response));
        assertTrue(Xml.findChild(response, Names.DS, "Signature").isPresent());
    }

    @Test
    void oneChoiceGivesOneResponse() {
        Document logIn = page(browser.get(redirect("", "")));
        choose(logIn, "nora");

        HttpResponse<String> again = submit(logIn, "nora");

        assertEquals(404, again.statusCode());
    }

    private static String redirect(String more, String relayState) {
        return path("ssoUrl") + ServiceProvider.redirect(ServiceProvider.request(more), relayState);
    }

    private static String path(String name) {
        return application.get(name).asText();
    }

    private Document choose(Document logIn, String username) {
        return page(submit(logIn, username));
    }

    private HttpResponse<String> submit(Document logIn, String username) {
        String action = logIn.selectFirst("form").attr("action");
        return browser.postForm(action, Map.of("username", username));
    }

    private static Document page(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private static Element response(Document sending) throws Exception {
        String base64 = sending.selectFirst("input[name=SAMLResponse]").val();
        return Xml.parse(Base64.getDecoder().decode(base64)).getDocumentElement();
    }

    private static Map<String, String> attributes(Element response) {
        List<Element> attributes = Xml.descendants(response, Names.SAML, "Attribute");
        return new HashMap<>(attributes.stream()
                .collect(Collectors.toMap(
                        attribute -> attribute.getAttribute("Name"),
                        attribute -> attribute.getTextContent().strip())));
    }

    private boolean verifiesWithMetadata(Element response) throws Exception {
        String metadata = browser.get(path("metadataUrl")).body();
        String certificate = Xml.descendants(Xml.parse(metadata), Names.DS, "X509Certificate")
                .get(0)
                .getTextContent();
        var bytes = new ByteArrayInputStream(Base64.getMimeDecoder().decode(certificate));
        var key = CertificateFactory.getInstance("X.509")
                .generateCertificate(bytes)
                .getPublicKey();
        return new JdkValidator(key).acceptsAnySignatureOverAnything(response.getOwnerDocument());
    }
}
