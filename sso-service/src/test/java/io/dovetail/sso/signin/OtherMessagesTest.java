package io.dovetail.sso.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Other messages than a response, and other ways to bring one (security.md D4, F17, G2). */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OtherMessagesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    private static Workplace place;
    private String requestId;

    @Inject
    Published published;

    @BeforeEach
    void begin() {
        if (place == null) {
            place = Workplace.enabled("RESTART");
        }
        requestId = place.login(BROWSER);
    }

    /** The honest twin of every test here: nothing of what was sent before has spent the request. */
    @AfterEach
    void theHonestAnswerIsTaken() {
        place.post(place.response(requestId), requestId).then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LogoutResponse", "AuthnRequest", "Assertion"})
    void refusesAnotherMessageThanAResponse(String type) {
        var message = ResponseFactory.encode(message(type));

        place.post(message, requestId).then().statusCode(403);

        assertEquals("NOT_A_RESPONSE", place.newestReason());
    }

    /** Refused like any other answer: a page with a word code, a record, an event. An honest one is too long for it. */
    @Test
    void takesNoAnswerByGetInflatedOrNot() throws IOException {
        for (var message : new String[] {"bm8gWE1M", deflated(new byte[1_500_000])}) {
            var before = refusals();

            var answer = byGet(message);

            answer.then().statusCode(405).header("Allow", "POST");
            assertRefused(answer, before, "GET");
        }
        byGet(place.response(requestId)).then().statusCode(414);
    }

    @Test
    void inflatesNothingThatComesByPost() throws IOException {
        var deflated = deflated(Base64.getDecoder().decode(place.response(requestId)));

        place.post(deflated, requestId).then().statusCode(403);

        assertEquals("NOT_XML", place.newestReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/xml", "multipart/form-data; boundary=x"})
    void refusesAnAnswerInAnotherMediaType(String type) throws Exception {
        var before = refusals();
        var honest = "SAMLResponse=" + URLEncoder.encode(place.response(requestId), StandardCharsets.UTF_8);

        var answer = given().contentType(type)
                .body(honest.getBytes(StandardCharsets.US_ASCII))
                .post("/auth/saml/" + place.companyId);

        answer.then().statusCode(415);
        assertRefused(answer, before, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "a=b&=&c", "SAMLResponse=%", "SAMLResponse=%zz", "SAMLResponse=a&x=%2"})
    void refusesAFormThatIsMalformed(String body) throws Exception {
        var before = refusals();

        var answer = posted(place.companyId.toString(), FORM, body);

        assertEquals(400, answer.statusCode());
        assertEquals("PARAMETERS_INVALID", place.newestReason());
        assertEquals(before + 1, refusals());
        assertEquals(404, posted(UUID.randomUUID().toString(), FORM, body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMLResponse=bm8gWE1M", "SAMLRequest=bm8gWE1M", "RelayState=x"})
    void refusesAMessageInTheQueryBesideTheForm(String query) throws Exception {
        var honest = "SAMLResponse=" + URLEncoder.encode(place.response(requestId), StandardCharsets.UTF_8);

        var answer = posted(place.companyId + "?" + query, FORM, honest);

        assertEquals(400, answer.statusCode());
        assertEquals("PARAMETERS_INVALID", place.newestReason());
    }

    /** The fields are ASCII, so that what it says of the rest does not matter; a raw equals sign is base64's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {FORM, FORM + ";charset=nosuch", FORM + "; charset=UTF-16", "Application/X-WWW-Form-URLEncoded"})
    void takesAnHonestFormWhateverItsCharset(String type) throws Exception {
        var another = place.login(BROWSER);
        var response = place.response(another).replace("+", "%2B").replace("/", "%2F");

        var answer = posted(place.companyId + "?lang=en", type, "SAMLResponse=" + response + "&RelayState=" + another);

        assertEquals(303, answer.statusCode());
    }

    @Test
    void servesThePagesOwnFilesBesideTheAcs() {
        given().get("/auth/saml/page.css").then().statusCode(200).contentType(containsString("text/css"));
        given().get("/auth/saml/continue.js").then().statusCode(200);
    }

    private long refusals() {
        var events = published.events(place.companyId, "sign-in-refused").size();
        assertEquals(
                events,
                Neighbours.count("sign_in_record where company_id = ? and result = 'REFUSED'", place.companyId));
        return events;
    }

    private void assertRefused(Response answer, long before, String received) {
        answer.then().contentType("text/html; charset=utf-8").body(containsString("id=\"word-code\""));
        assertEquals(before + 1, refusals());
        place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/sign-ins")
                .then()
                .body("items[0].reason", equalTo("PARAMETERS_INVALID"))
                .body("items[0].received", startsWith(received));
    }

    /** Sent as it stands, by a client that knows nothing of forms. */
    private static HttpResponse<String> posted(String companyAndQuery, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/auth/saml/" + companyAndQuery))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** An address may hold what markup would read as a quotation mark. */
    @Test
    void thePageThatLeadsToTheProviderShowsItsAddressAsWords() {
        var posting = Workplace.known();
        var metadata = posting.metadata()
                .replace("HTTP-Redirect", "HTTP-POST")
                .replace("https://idp.example.org/sso", "https://idp.example.org/sso?x=1&amp;quot;y");
        posting.asAdministrator()
                .body(Map.of("metadataXml", metadata))
                .put("/api/sso/" + posting.companyId)
                .then()
                .statusCode(200)
                .body("draft.ssoUrl", equalTo("https://idp.example.org/sso?x=1&quot;y"));
        String login = posting.asAdministrator()
                .post("/api/sso/" + posting.companyId + "/verifications")
                .path("loginUrl");

        posting.open(BROWSER, login)
                .then()
                .statusCode(200)
                .body(containsString("action=\"https://idp.example.org/sso?x=1&amp;quot;y\""));
    }

    private Response byGet(String message) {
        return given().queryParam("SAMLResponse", message)
                .queryParam("RelayState", requestId)
                .get("/auth/saml/" + place.companyId);
    }

    private Document message(String type) {
        var response = ResponseFactory.document(place.plan(requestId), Workplace.KEYS);
        if (type.equals("Assertion")) {
            var bare = Xml.empty();
            bare.appendChild(
                    bare.importNode(Xml.requireChild(response.getDocumentElement(), Names.SAML, "Assertion"), true));
            return bare;
        }
        var plain = ResponseWriter.unsigned(place.plan(requestId));
        Xml.remove(Xml.requireChild(plain.getDocumentElement(), Names.SAML, "Assertion"));
        if (type.equals("AuthnRequest")) {
            Xml.remove(Xml.requireChild(plain.getDocumentElement(), Names.SAMLP, "Status"));
            Xml.append(plain.getDocumentElement(), Names.SAMLP, "samlp:NameIDPolicy");
            plain.getDocumentElement().removeAttribute("InResponseTo");
        }
        var message = Xml.parse(Xml.text(plain).replace("samlp:Response", "samlp:" + type));
        Signing.by(Workplace.KEYS).sign(message.getDocumentElement());
        return message;
    }

    private static String deflated(byte[] message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            out.write(message);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
