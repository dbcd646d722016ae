package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AdministrationTest {

    private static final String SP_METADATA = """
            <md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' entityID='https://app.example.org'>\
            <md:SPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol'>\
            <md:AssertionConsumerService index='1' Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact'\
             Location='https://app.example.org/artifact'/>\
            <md:AssertionConsumerService index='0' Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'\
             Location='https://app.example.org/acs'/>\
            </md:SPSSODescriptor></md:EntityDescriptor>""";

    private IdpServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = IdpServer.start(IdpOptions.onFreePort());
        browser = new Browser(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsWhereToAnswerFromTheMetadataOfTheServiceProvider() {
        HttpResponse<String> answer = browser.postJson("/applications", """
                {"name": "Works", "idpEntityId": "company-1", "spMetadataXml": "%s"}""".formatted(SP_METADATA));

        assertEquals(201, answer.statusCode());
        JsonNode application = ServiceProvider.read(answer.body());
        assertEquals("https://app.example.org", application.get("spEntityId").asText());
        assertEquals("https://app.example.org/acs", application.get("acsUrl").asText());
        String own = server.baseUrl() + "/applications/" + application.get("id").asText();
        assertEquals(own + "/metadata", application.get("metadataUrl").asText());
        assertEquals(own + "/tile", application.get("tileUrl").asText());
    }

    @Test
    void metadataHasOneCertificateAndThePostBindingOnlyAsAtJumpCloud() {
        Element entity = metadata(ServiceProvider.register(browser, ""));

        assertEquals("company-1", entity.getAttribute("entityID"));
        assertEquals(1, Xml.descendants(entity, Names.DS, "X509Certificate").size());
        assertEquals(List.of(Names.POST), bindings(entity));
    }

    @Test
    void metadataOffersTheRedirectBindingWhenAsked() {
        Element entity = metadata(ServiceProvider.register(browser, ", \"redirectBinding\": true"));

        assertEquals(List.of(Names.POST, Names.REDIRECT), bindings(entity));
    }

    @Test
    void keepsJumpCloudsPlaceholderWhenNobodyTypesAnEntityId() {
        HttpResponse<String> answer = browser.postForm(
                "/applications", Map.of("name", "<script>alert(1)</script>", "spMetadataXml", SP_METADATA));

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("<td>IdP Entity ID</td>"));
        assertTrue(answer.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertFalse(answer.body().contains("<script>alert"));
    }

    @Test
    void eachApplicationHasItsOwnKey() {
        String first = certificate(ServiceProvider.register(browser, ""));
        String second = certificate(ServiceProvider.register(browser, ""));

        assertFalse(first.equals(second));
    }

    @Test
    void saysWhatIsWrongWithAnApplication() {
        assertRefused("{\"name\": \"Works\"}", "spMetadataXml");
        assertRefused("{\"nmae\": \"Works\"}", "nmae");
        assertRefused("{", "JSON");
        assertRefused("null", "null");
        assertRefused("{\"spEntityId\": \"a\", \"acsUrl\": \"javascript:alert(1)\"}", "https://");
        assertRefused("{\"spMetadataXml\": \"<a/>\"}", "EntityDescriptor");
        assertRefused("{\"spMetadataXml\": \"<!DOCTYPE a><a/>\"}", "DOCTYPE");
    }

    @Test
    void addsPeopleByJsonAndByForm() {
        HttpResponse<String> byJson =
                browser.postJson("/people", "{\"username\": \"ada\", \"firstName\": \"Ada\", \"lastName\": \"Lane\"}");
        browser.postForm("/people", Map.of("username", "bo", "firstName", "Bo", "lastName", "<i>Ek</i>"));

        assertEquals(201, byJson.statusCode());
        assertEquals(
                "ada@example.org",
                ServiceProvider.read(byJson.body()).get("email").asText());
        String home = browser.get("/").body();
        assertTrue(home.contains("Ada Lane"));
        assertTrue(home.contains("Bo &lt;i&gt;Ek&lt;/i&gt;"));
        assertEquals(400, browser.postJson("/people", "{\"username\": \"cy\"}").statusCode());
    }

    @Test
    void replacesThePersonOfTheSameUsername() {
        browser.postJson("/people", "{\"username\": \"nora\", \"firstName\": \"Nora\", \"lastName\": \"Dahl\"}");

        String home = browser.get("/").body();

        assertTrue(home.contains("Nora Dahl"));
        assertFalse(home.contains("Nora Berg"));
    }

    @Test
    void loadsNothingForeignAndRunsOnlyItsOwnScript() {
        HttpResponse<String> page = browser.get("/");

        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'"));
        assertFalse(policy.contains("form-action"));
        assertEquals(200, browser.get("/assets/send.js").statusCode());
        assertEquals(200, browser.get("/assets/page.css").statusCode());
        assertEquals(200, browser.get("/assets/icon.svg").statusCode());
    }

    @Test
    void readsItsOptions() {
        IdpOptions options = IdpOptions.parse("--port", "8123", "--base-url", "https://idp.example.org/");

        assertEquals(8123, options.port());
        assertEquals(URI.create("https://idp.example.org"), options.baseUrl());
        assertThrows(IllegalArgumentException.class, () -> IdpOptions.parse("--port", "many"));
        assertThrows(IllegalArgumentException.class, () -> IdpOptions.parse("--port", "70000"));
        assertThrows(IllegalArgumentException.class, () -> IdpOptions.parse("--base-url", "ftp://idp.example.org"));
        assertThrows(IllegalArgumentException.class, () -> IdpOptions.parse("--quick"));
    }

    private void assertRefused(String json, String mentioning) {
        HttpResponse<String> answer = browser.postJson("/applications", json);

        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(mentioning), answer.body());
    }

    private Element metadata(JsonNode application) {
        return Xml.parse(browser.get(application.get("metadataUrl").asText()).body())
                .getDocumentElement();
    }

    private String certificate(JsonNode application) {
        return Xml.descendants(metadata(application), Names.DS, "X509Certificate")
                .get(0)
                .getTextContent();
    }

    private static List<String> bindings(Element entity) {
        return Xml.descendants(entity, Names.MD, "SingleSignOnService").stream()
                .map(service -> service.getAttribute("Binding"))
                .toList();
    }
}
