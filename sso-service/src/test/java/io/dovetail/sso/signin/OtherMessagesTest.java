package io.dovetail.sso.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
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

    @Test
    void takesNoAnswerByGetInflatedOrNot() throws IOException {
        var before = published.everything();

        for (var message : new String[] {"bm8gWE1M", deflated(new byte[1_500_000])}) {
            byGet(message).then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        }
        byGet(place.response(requestId)).then().statusCode(414);

        assertEquals(before, published.everything());
    }

    @Test
    void inflatesNothingThatComesByPost() throws IOException {
        var deflated = deflated(Base64.getDecoder().decode(place.response(requestId)));

        place.post(deflated, requestId).then().statusCode(403);

        assertEquals("NOT_XML", place.newestReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/xml"})
    void refusesAnAnswerInAnotherMediaType(String type) {
        var before = published.everything();

        given().contentType(type)
                .body("SAMLResponse=" + place.response(requestId))
                .post("/auth/saml/" + place.companyId)
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));

        assertEquals(before, published.everything());
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
