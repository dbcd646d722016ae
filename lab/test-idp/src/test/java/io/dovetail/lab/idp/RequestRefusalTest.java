package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestRefusalTest {

    private static IdpServer server;
    private static Browser browser;
    private static JsonNode application;

    @BeforeAll
    static void start() {
        server = IdpServer.start(IdpOptions.onFreePort());
        browser = new Browser(server);
        application = ServiceProvider.register(browser, "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesARequestOfAnotherServiceProviderAndNamesBoth() {
        String foreign = ServiceProvider.request("")
                .replace(ServiceProvider.ENTITY_ID, "https://&lt;b&gt;other&lt;/b&gt;.example");

        HttpResponse<String> answer = redirect(foreign);

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("https://&lt;b&gt;other&lt;/b&gt;.example"));
        assertTrue(answer.body().contains(ServiceProvider.ENTITY_ID));
        assertFalse(answer.body().contains("<b>"));
    }

    @Test
    void refusesAnAcsThatIsNotTheApplications() {
        HttpResponse<String> wrong =
                redirect(ServiceProvider.request(" AssertionConsumerServiceURL=\"https://evil.example.org/acs\""));
        HttpResponse<String> right =
                redirect(ServiceProvider.request(" AssertionConsumerServiceURL=\"" + ServiceProvider.ACS + "\""));

        assertEquals(400, wrong.statusCode());
        assertEquals(200, right.statusCode());
    }

    @Test
    void refusesADoctype() {
        HttpResponse<String> answer = redirect("<!DOCTYPE x>" + ServiceProvider.request(""));

        assertEquals(400, answer.statusCode());
    }

    @Test
    void inflatesNoMoreThanOneMebibyte() {
        HttpResponse<String> answer = redirect(ServiceProvider.request("") + " ".repeat(5 * 1024 * 1024));

        assertEquals(413, answer.statusCode());
    }

    @Test
    void refusesWhatIsNoAuthnRequest() {
        assertEquals(400, redirect("<nothing/>").statusCode());
        assertEquals(400, redirect("nothing").statusCode());
        assertEquals(400, get("?SAMLRequest=%2A%2A").statusCode());
        assertEquals(400, get("?SAMLRequest=AAAA").statusCode());
        assertEquals(400, get("").statusCode());
    }

    @Test
    void refusesAParameterThatStandsThereTwice() {
        String once = ServiceProvider.redirect(ServiceProvider.request(""), "");

        HttpResponse<String> answer = get(once + "&" + once.substring(1));

        assertEquals(400, answer.statusCode());
    }

    @Test
    void refusesABodyOfMoreThanTwoMebibytes() {
        String large = "SAMLRequest=" + "A".repeat(3 * 1024 * 1024);

        HttpResponse<String> answer = browser.postForm(application.get("ssoUrl").asText(), large);

        assertEquals(413, answer.statusCode());
    }

    @Test
    void knowsNoOtherAddressesAndMethods() {
        assertEquals(404, browser.get("/nowhere").statusCode());
        assertEquals(404, browser.get("/applications/unknown/metadata").statusCode());
        assertEquals(404, browser.get("/sign-in/unknown").statusCode());
        assertEquals(405, browser.postForm("/", Map.of()).statusCode());
    }

    private static HttpResponse<String> redirect(String xml) {
        return get(ServiceProvider.redirect(xml, "state"));
    }

    private static HttpResponse<String> get(String query) {
        return browser.get(application.get("ssoUrl").asText() + query);
    }
}
