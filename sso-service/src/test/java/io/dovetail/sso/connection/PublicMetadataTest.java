package io.dovetail.sso.connection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What providers read of us is what counts; a draft has an address of its own, and a file of 1 MiB is taken. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PublicMetadataTest {
    private static final String OWN = "https://app.example/sso/works";

    @Inject
    Published published;

    @Test
    void aDraftChangesNothingForTheProviderThatPeopleComeInBy() {
        var place = Workplace.enabled("RESTART");
        var before = metadata(place, "");

        saveAnother(place);

        assertEquals(before, withoutKeys(metadata(place, "")));
        var ofDraft = metadata(place, "?draft=true");
        assertTrue(ofDraft.contains("entityID=\"" + OWN + "\""), ofDraft);
        assertTrue(ofDraft.contains("AuthnRequestsSigned=\"true\""), ofDraft);
        assertTrue(ofDraft.contains("use=\"encryption\""), ofDraft);
        place.asAdministrator()
                .get("/api/sso/" + place.companyId)
                .then()
                .body("copy.draftSpMetadataUrl", equalTo(address(place) + "?draft=true"))
                .body("copy.spMetadataUrl", equalTo(address(place)));
    }

    @Test
    void beforeSingleSignOnIsOnTheDraftIsWhatTheProviderReads() {
        var place = Workplace.known();
        var before = metadata(place, "");

        saveAnother(place);

        var after = metadata(place, "");
        assertNotEquals(before, after);
        assertEquals(after, metadata(place, "?draft=true"));
        place.asAdministrator().get("/api/sso/" + place.companyId).then().body("copy.draftSpMetadataUrl", nullValue());
    }

    /** Escaped as JSON it is larger than that. */
    @Test
    void takesAFileOfOneMebibyte() {
        var place = Workplace.known();
        var file = place.metadata() + "\n".repeat(1_048_576 - place.metadata().length());

        place.asAdministrator()
                .body(Map.of("metadataXml", file))
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(200);

        assertEquals("1", published.value("select count(*) from saved_metadata where company_id = ?", place.companyId));
    }

    @Test
    void listsEveryVersionWithItsKeys() {
        var place = Workplace.known();
        place.save("RESTART");
        place.save("REFUSE");

        place.asAdministrator()
                .get("/api/sso/" + place.companyId + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)))
                .body("items[0].keys.size()", equalTo(1))
                .body("items[1].keys.size()", equalTo(1));
    }

    private static void saveAnother(Workplace place) {
        place.asAdministrator()
                .body(Map.of(
                        "metadataXml",
                        place.metadata(),
                        "ownEntityId",
                        OWN,
                        "signRequests",
                        true,
                        "encryptAssertions",
                        true))
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(200);
    }

    /** A key of ours may be learnt before it signs. */
    private static String withoutKeys(String metadata) {
        return metadata.replaceAll("(?s)<md:KeyDescriptor use=\"signing\">.*?</md:KeyDescriptor>", "");
    }

    private static String metadata(Workplace place, String query) {
        return given().get("/auth/saml/" + place.companyId + "/metadata" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String address(Workplace place) {
        return "http://localhost:8080/auth/saml/" + place.companyId + "/metadata";
    }
}
