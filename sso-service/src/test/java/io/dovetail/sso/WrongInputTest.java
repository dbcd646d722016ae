package io.dovetail.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an administrator sends wrongly gets a 4xx problem that says what to do, and nothing is changed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WrongInputTest {
    /** Escapes what no encoding holds, such as half of a surrogate pair. */
    private static final JsonMapper ASCII = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private static Workplace place;
    private String before;

    @Inject
    Published published;

    @BeforeEach
    void saveADraft() {
        if (place == null) {
            place = Workplace.known();
            place.save("RESTART");
        }
        before = published.everything();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"metadataXml\": ",
                "{\"metadataXml\": {\"a\": 1}}",
                "{} {}x",
                "{\"clockSkewSeconds\": \"many\"}",
                "{\"clockSkewSeconds\": 99999999999}",
                "{\"clockSkewSeconds\": 1e999999}",
                "{\"provider\": \"ACME\"}",
                "{\"idpInitiated\": \"PERHAPS\"}",
                "{\"requiredSignature\": \"NONE\"}",
                "{\"expiredCertificates\": \"PERHAPS\"}",
                "{\"attributes\": [\"saml_id\"]}",
                "{\"samePeople\": \"maybe\"}",
                "{\"idpInitated\": \"REFUSE\"}",
                "\u0000",
                "<metadata/>"
            })
    void refusesABodyThatIsNotItsJson(String body) {
        refused(400, place.asAdministrator().body(body).put("/api/sso/" + place.companyId));
    }

    @ParameterizedTest
    @CsvSource({
        "clockSkewSeconds, -1",
        "clockSkewSeconds, 601",
        "ownEntityId, LONG",
        "ownEntityId, ''",
        "ownEntityId, NUL",
        "ownEntityId, HALF",
        "attributes.saml_id, LONG",
        "attributes.saml_id, ''",
        "attributes.saml_id, ' '",
        "attributes.saml_id, NUL",
        "attributes.first_name, HALF",
        "attributes.last_name, NOTHING",
        "attributes.e_mail, mail"
    })
    void refusesFieldsThatDoNotFitAndNamesThem(String field, String value) {
        var given = switch (value) {
            case "LONG" -> "x".repeat(1_025);
            case "NUL" -> "a\u0000b";
            case "HALF" -> "a\ud800b";
            case "NOTHING" -> null;
            default -> value;
        };
        var draft = new HashMap<String, Object>(Map.of("metadataXml", place.metadata()));
        var parts = field.split("\\.");
        if (parts.length == 2) {
            var attributes = new HashMap<String, String>();
            attributes.put(parts[1], given);
            draft.put("attributes", attributes);
        } else {
            draft.put(field, given);
        }

        var answer = place.asAdministrator().body(escaped(draft)).put("/api/sso/" + place.companyId);

        refused(400, answer).then().body("type", equalTo("/problems/invalid-input"));
        answer.then().body("errors[0].field", not(blankOrNullString()));
    }

    @ParameterizedTest
    @CsvSource({
        "metadataXml, not XML at all, NOT_XML",
        "metadataXml, <EntityDescriptor/>, NOT_METADATA",
        "metadataXml, <!DOCTYPE x><x/>, DOCTYPE",
        "metadataXml, '<a>NUL</a>', NOT_XML",
        "metadataUrl, http://idp.example/metadata, NOT_FETCHED",
        "metadataUrl, https://127.0.0.1/metadata, NOT_FETCHED",
        "metadataUrl, https://localhost/metadata, NOT_FETCHED",
        "metadataUrl, https://169.254.169.254/latest/meta-data, NOT_FETCHED",
        "metadataUrl, https://[::1]/metadata, NOT_FETCHED",
        "metadataUrl, file:///etc/hostname, NOT_FETCHED",
        "metadataUrl, https://idp.example:99999/, NOT_FETCHED"
    })
    void refusesWhatIsNoMetadataAndSaysWhy(String field, String value, String reason) {
        var given = value.replace("NUL", "\u0000");

        var answer = place.asAdministrator().body(escaped(Map.of(field, given))).put("/api/sso/" + place.companyId);

        refused(400, answer)
                .then()
                .body("type", equalTo("/problems/metadata-refused"))
                .body("reason", equalTo(reason));
    }

    @Test
    void refusesNoMetadataAndTwoOfThem() {
        var two = Map.of("metadataXml", place.metadata(), "metadataUrl", "https://idp.example/metadata");
        for (var draft : new Map<?, ?>[] {Map.of(), two, Map.of("metadataXml", " "), Map.of("metadataUrl", "")}) {
            refused(400, place.asAdministrator().body(draft).put("/api/sso/" + place.companyId))
                    .then()
                    .body("type", equalTo("/problems/metadata-needed"));
        }
    }

    @Test
    void refusesAnAddressThatIsTooLongOrHoldsControlCharacters() {
        for (var address : new String[] {"https://idp.example/" + "x".repeat(2_000), "https://idp.example/\u0000"}) {
            refused(
                            400,
                            place.asAdministrator()
                                    .body(Map.of("metadataUrl", address))
                                    .put("/api/sso/" + place.companyId))
                    .then()
                    .body("errors[0].field", equalTo("metadataUrl"));
        }
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        var large = "{\"metadataXml\": \"" + "x".repeat(10_000_000) + "\"}";

        refused(413, place.asAdministrator().body(large).put("/api/sso/" + place.companyId))
                .then()
                .body("type", equalTo("/problems/too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "application/x-www-form-urlencoded"})
    void refusesAnotherMediaType(String type) {
        refused(
                415,
                given().header("Authorization", "Bearer " + place.token)
                        .contentType(type)
                        .body("a=b")
                        .put("/api/sso/" + place.companyId));
    }

    private Response refused(int status, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(blankOrNullString()));
        assertEquals(before, published.everything());
        return answer;
    }

    private static String escaped(Map<String, ?> draft) {
        try {
            return ASCII.writeValueAsString(draft);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
