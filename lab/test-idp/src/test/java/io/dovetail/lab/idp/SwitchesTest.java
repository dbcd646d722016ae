package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchesTest {

    private IdpServer server;
    private Browser browser;
    private JsonNode application;
    private String switches;

    @BeforeEach
    void start() {
        server = IdpServer.start(IdpOptions.onFreePort());
        browser = new Browser(server);
        application = ServiceProvider.register(browser, "");
        switches = "/applications/" + application.get("id").asText() + "/switches";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void offersEveryHostileResponseWithASentenceAndItsHonestTwin() {
        Document page = Jsoup.parse(browser.get(switches).body());

        Set<String> all = Arrays.stream(Attack.values())
                .filter(attack -> !attack.rule().equals("E3"))
                .map(Attack::name)
                .collect(Collectors.toSet());
        assertEquals(all, Set.copyOf(page.select("button[name=attack]").eachAttr("value")));
        assertEquals(all, Set.copyOf(page.select("button[name=twin]").eachAttr("value")));
        List<String> headings = page.select("h2").eachText();
        assertEquals("Now", headings.get(0));
        assertEquals("A. What the signature covers", headings.get(1));
        assertEquals("F. Protocol", headings.get(6));
        for (Element row : page.select("tr")) {
            assertTrue(row.selectFirst("td").ownText().endsWith("."), row.text());
        }
    }

    @Test
    void misbehavesFromTheTileAndWhenAskedUntilItIsSwitchedOff() {
        Document page = change(Map.of("attack", "F4_AUDIENCE_ELSEWHERE"));

        assertTrue(page.text().contains("F4_AUDIENCE_ELSEWHERE: The Audience is another one."), page.text());
        assertNotEquals(ServiceProvider.ENTITY_ID, audience(tile()));
        assertNotEquals(ServiceProvider.ENTITY_ID, audience(asked()));
        assertTrue(change(Map.of()).text().contains("Every answer is honest."));
        assertEquals(ServiceProvider.ENTITY_ID, audience(tile()));
        assertEquals(ServiceProvider.ENTITY_ID, audience(asked()));
    }

    @Test
    void theLogInPageSaysWhatTheAnswerWillBe() {
        String honest = browser.get(application.get("tileUrl").asText()).body();
        change(Map.of("attack", "B1_NOTHING_SIGNED"));

        String hostile = browser.get(application.get("tileUrl").asText()).body();

        assertTrue(honest.contains("The answer will be honest."));
        assertTrue(hostile.contains("B1_NOTHING_SIGNED: Nothing is signed."));
        assertTrue(hostile.contains(switches));
    }

    @Test
    void theHonestTwinIsSignedAsItsAttackNeedsIt() {
        change(Map.of("twin", "A1_ORIGINAL_RESPONSE_IN_SIGNATURE"));

        org.w3c.dom.Document twin = tile();

        assertTrue(
                Xml.findChild(twin.getDocumentElement(), Names.DS, "Signature").isPresent());
        assertEquals(1, Xml.descendants(twin, Names.SAML, "Assertion").size());
        assertEquals(ServiceProvider.ENTITY_ID, audience(twin));
    }

    @Test
    void theHonestTwinOfAnAttackOnEncryptionIsEncrypted() {
        change(Map.of("twin", "B10_NESTED"));

        assertFalse(Xml.text(tile()).contains("nora"));
    }

    @Test
    void oneApplicationDoesNotMisbehaveForAnother() {
        JsonNode other = ServiceProvider.register(browser, "");
        change(Map.of("attack", "F4_AUDIENCE_ELSEWHERE"));

        assertEquals(
                ServiceProvider.ENTITY_ID,
                audience(answer(browser.get(other.get("tileUrl").asText()))));
    }

    @Test
    void knowsNoOtherSwitches() {
        assertEquals(
                400, browser.postForm(switches, Map.of("attack", "A0_NOTHING")).statusCode());
        assertEquals(
                404,
                browser.postForm("/applications/unknown/switches", Map.of()).statusCode());
    }

    private Document change(Map<String, String> fields) {
        HttpResponse<String> answer = browser.postForm(switches, fields);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private org.w3c.dom.Document tile() {
        return answer(browser.get(application.get("tileUrl").asText()));
    }

    private org.w3c.dom.Document asked() {
        return answer(browser.get(
                application.get("ssoUrl").asText() + ServiceProvider.redirect(ServiceProvider.request(""), "")));
    }

    private org.w3c.dom.Document answer(HttpResponse<String> first) {
        Document page = Jsoup.parse(first.body());
        if (page.selectFirst("input[name=SAMLResponse]") == null) {
            String action = page.selectFirst("form").attr("action");
            page = Jsoup.parse(
                    browser.postForm(action, Map.of("username", "nora")).body());
        }
        String base64 = page.selectFirst("input[name=SAMLResponse]").val();
        return Xml.parse(Base64.getDecoder().decode(base64));
    }

    private static String audience(org.w3c.dom.Document response) {
        return Xml.descendants(response, Names.SAML, "Audience").get(0).getTextContent();
    }
}
