package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.lab.idp.answer.Answers;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    void offersEveryLineThatOneAnswerPlaysAndItsHonestTwin() {
        Document page = Jsoup.parse(browser.get(switches).body());

        Set<String> all = Lines.all().stream()
                .map(Line::name)
                .filter(line -> Answers.find(line).isPresent())
                .collect(Collectors.toSet());
        assertEquals(all, Set.copyOf(page.select("button[name=attack]").eachAttr("value")));
        assertEquals(all, Set.copyOf(page.select("button[name=twin]").eachAttr("value")));
        assertTrue(
                all.containsAll(Arrays.stream(Attack.values()).map(Attack::name).toList()));
    }

    @Test
    void namesEveryLineOfTheListAndWhatPlaysThoseThatNoProviderCan() {
        Document page = Jsoup.parse(browser.get(switches).body());

        assertEquals(
                Lines.all().stream().map(Line::name).toList(),
                page.select("small").eachText());
        assertEquals(
                List.of("Now", "A. What the signature covers"),
                page.select("h2").eachText().subList(0, 2));
        assertEquals("I. Metadata", page.select("h2").last().text());
        for (Element row : page.select("tr")) {
            assertTrue(row.selectFirst("td").ownText().endsWith("."), row.text());
        }
        Set<String> playable = rules(page.select("tr:has(button), tr:has(code:contains(://))"));
        Set<String> elsewhere = new TreeSet<>(rules(page.select("tr")));
        elsewhere.removeAll(playable);
        assertEquals(new TreeSet<>(Set.of("D5", "H1", "H3", "H7", "H8", "I3")), elsewhere);
        assertTrue(row(page, "D5_ENDLESS_BODY").text().contains("check --only D5_ENDLESS_BODY"));
        assertTrue(row(page, "H8_DEACTIVATED_PERSON").text().contains("docs/conformance.md"));
    }

    private static Set<String> rules(List<Element> rows) {
        return rows.stream()
                .map(row -> row.selectFirst("small").text().replaceAll("_.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Element row(Document page, String line) {
        return page.selectFirst("tr:has(small:containsOwn(" + line + "))");
    }

    @Test
    void whatBeginsBeyondTheSkewStillDoesWhenABrowserHasPostedIt() {
        change(Map.of("attack", "F8_NOT_BEFORE_JUST_BEYOND_SKEW"));

        org.w3c.dom.Document response = tile();

        Instant begins = Instant.parse(
                Xml.descendants(response, Names.SAML, "Conditions").get(0).getAttribute("NotBefore"));
        Instant made = Instant.parse(response.getDocumentElement().getAttribute("IssueInstant"));
        assertTrue(Duration.between(made, begins).compareTo(Duration.ofSeconds(185)) >= 0, begins + " " + made);
    }

    @Test
    void sendsTheLastHonestAnswerAgain() {
        String honest = Xml.text(asked());
        change(Map.of("attack", "F16_SAME_AGAIN_IN_ANOTHER_SIGN_IN"));

        assertEquals(honest, Xml.text(asked()));
        assertEquals(honest, Xml.text(tile()));
    }

    @Test
    void saysThatThereIsNothingToSendAgain() {
        change(Map.of("attack", "F16_SAME_AGAIN"));

        Document page =
                Jsoup.parse(browser.get(application.get("tileUrl").asText()).body());
        String action = page.selectFirst("form").attr("action");
        HttpResponse<String> answer = browser.postForm(action, Map.of("username", "nora"));

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("There is no earlier answer"), answer.body());
    }

    @Test
    void theFormIsSentAsTheLineWantsIt() {
        change(Map.of("attack", "F17_BY_GET"));
        assertEquals("get", form().attr("method"));

        change(Map.of("attack", "F17_PLAIN_TEXT"));
        assertEquals("text/plain", form().attr("enctype"));

        change(Map.of("attack", "F17_PARAMETER_TWICE"));
        assertEquals(2, form().select("input[name=SAMLResponse]").size());

        change(Map.of("attack", "G1_TWO_SLASHES"));
        assertEquals(
                "//elsewhere.example.org/",
                form().selectFirst("input[name=RelayState]").val());
    }

    private Element form() {
        return answered(browser.get(application.get("tileUrl").asText())).selectFirst("form");
    }

    @Test
    void whoeverIsIdentifiedHereIsWhomTheLineIsAbout() {
        change(Map.of("attack", "H4_OTHER_CASE"));

        assertTrue(Xml.text(tile()).contains(">NORA</saml:AttributeValue>"));
    }

    @Test
    void servesTheMetadataOfALineAtTheirAddressAndAtTheApplicationsOwn() {
        String own = application.get("metadataUrl").asText();
        String honest = browser.get(own).body();

        assertTrue(browser.get(own + "?as=I6_SEVERAL_ENTITIES").body().contains("EntitiesDescriptor"));
        assertEquals(302, browser.get(own + "?as=I2_TO_A_FILE").statusCode());
        assertEquals(400, browser.get(own + "?as=I0_NOTHING").statusCode());
        assertEquals(honest, browser.get(own).body());

        Document page = change(Map.of("metadata", "I10_ENTITY_ID_CHANGED"));
        assertTrue(page.text().contains("Its metadata: I10_ENTITY_ID_CHANGED."), page.text());
        assertTrue(page.text().contains(own + "?as=I5_NO_KEY"), page.text());
        assertTrue(browser.get(own).body().contains("entityID=\"company-1-changed\""));

        change(Map.of());
        assertEquals(honest, browser.get(own).body());
    }

    @Test
    void anAnswerUnderAnEndedCertificateFitsTheMetadataThatListIt() {
        String metadata = browser.get(application.get("metadataUrl").asText() + "?as=B11_CERTIFICATE_PAST_ITS_END")
                .body();
        change(Map.of("attack", "B11_CERTIFICATE_PAST_ITS_END"));

        String listed = Xml.descendants(Xml.parse(metadata), Names.DS, "X509Certificate")
                .get(0)
                .getTextContent();
        String shown =
                Xml.descendants(tile(), Names.DS, "X509Certificate").get(0).getTextContent();
        assertEquals(listed, shown);
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
        String base64 = answered(first).selectFirst("input[name=SAMLResponse]").val();
        return Xml.parse(Base64.getDecoder().decode(base64));
    }

    /** The page with the answer's form. */
    private Document answered(HttpResponse<String> first) {
        Document page = Jsoup.parse(first.body());
        if (page.selectFirst("input[name=SAMLResponse]") != null) {
            return page;
        }
        String action = page.selectFirst("form").attr("action");
        return Jsoup.parse(browser.postForm(action, Map.of("username", "nora")).body());
    }

    private static String audience(org.w3c.dom.Document response) {
        return Xml.descendants(response, Names.SAML, "Audience").get(0).getTextContent();
    }
}
