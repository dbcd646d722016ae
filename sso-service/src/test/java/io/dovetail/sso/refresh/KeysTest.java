package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators see of the keys, and how they have the metadata read now. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class KeysTest {
    private static final IdpKeys KEYS = Workplace.KEYS;
    private static final IdpKeys NEXT = IdpKeys.rsa2048();

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void readsNowAndAnswersWhatChanged() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(KEYS, NEXT);

            provider.refreshNow()
                    .then()
                    .statusCode(200)
                    .body("versions", hasSize(1))
                    .body("versions[0].version", equalTo(1))
                    .body("versions[0].result", equalTo("KEYS_CHANGED"))
                    .body("versions[0].added", hasSize(1))
                    .body("versions[0].ended", hasSize(0));

            var act = published.last(provider.place.companyId, "administrator-acted");
            assertEquals("METADATA_REFRESHED", act.get("act").asText());
            assertEquals("1", act.get("about").asText());
        }
    }

    @Test
    void readsAtMostOnceAMinute() {
        try (var provider = Provider.saved(KEYS)) {
            provider.refreshNow().then().statusCode(200).body("versions[0].result", equalTo("UNCHANGED"));
            provider.refreshNow().then().statusCode(429).body("type", equalTo("/problems/metadata-just-refreshed"));
            assertEquals(2, provider.reads());
            provider.fail();

            clock.advance(Duration.ofMinutes(1));

            provider.refreshNow()
                    .then()
                    .statusCode(200)
                    .body("versions[0].result", equalTo("FAILED"))
                    .body("versions[0].problem.reason", equalTo("NOT_FETCHED"));
        }
    }

    @Test
    void hasNothingToReadWhereTheMetadataWerePasted() {
        var place = Workplace.known();
        place.save("RESTART");

        place.asAdministrator()
                .post("/api/sso/" + place.companyId + "/refresh-metadata")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-metadata-address"));
        place.asAdministrator().get("/api/sso/" + place.companyId).then().body("draft.refresh", nullValue());
    }

    @Test
    void listsEveryKeyWithItsLifeAndForWhichVersionItCounts() {
        try (var provider = Provider.enabled(KEYS, NEXT)) {
            provider.publish(NEXT);
            provider.refreshNow().then().body("versions[0].ended", hasSize(1));
            provider.save();

            var listed = provider.place.asAdministrator().get("/api/sso/" + provider.place.companyId + "/keys");

            listed.then()
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .body("items.fingerprint", everyItem(matchesPattern("[0-9a-f]{64}")))
                    .body("items.notAfter", everyItem(equalTo("2049-12-31T00:00:00Z")))
                    .body("items.trusted", equalTo(List.of(true, false)))
                    .body("items[0].versions.version", equalTo(List.of(2, 1)))
                    .body("items[0].versions.part", equalTo(List.of("DRAFT", "CURRENT")))
                    .body("items[0].versions.endedAt", everyItem(nullValue()))
                    .body("items[1].versions", hasSize(1))
                    .body("items[1].versions[0].addedAt", notNullValue())
                    .body("items[1].versions[0].endedAt", notNullValue());
        }
    }

    @Test
    void isForTheCompanysAdministratorsAlone() {
        try (var provider = Provider.saved(KEYS)) {
            var company = provider.place.companyId;
            var member = "Bearer " + TestTokens.member(company, UUID.randomUUID());
            var stranger = "Bearer " + TestTokens.admin(UUID.randomUUID(), UUID.randomUUID());

            for (var path : List.of("/refresh-metadata", "/held-changes/" + UUID.randomUUID() + "/accept")) {
                var address = "/api/sso/" + company + path;
                RestAssured.given()
                        .header("Authorization", member)
                        .post(address)
                        .then()
                        .statusCode(403);
                RestAssured.given()
                        .header("Authorization", stranger)
                        .post(address)
                        .then()
                        .statusCode(404);
                RestAssured.given().post(address).then().statusCode(401);
            }
            var keys = "/api/sso/" + company + "/keys";
            RestAssured.given().header("Authorization", member).get(keys).then().statusCode(403);
            RestAssured.given()
                    .header("Authorization", stranger)
                    .get(keys)
                    .then()
                    .statusCode(404);
            assertEquals(1, provider.reads());
        }
    }
}
