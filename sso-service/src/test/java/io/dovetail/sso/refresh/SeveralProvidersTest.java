package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator chooses among the providers of a file, and a refresh goes on with the chosen one. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class SeveralProvidersTest {
    private static final String OTHER = "https://other.example/idp";
    private static final IdpKeys KEYS = Workplace.KEYS;
    private static final IdpKeys NEXT = IdpKeys.rsa2048();

    @Inject
    RefreshDue refreshDue;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void asksWhichAndTakesTheChosenOneFromThenOn() {
        try (var provider = Provider.saved(KEYS)) {
            var chosen = provider.place.companyId.toString();
            provider.publish(list(chosen, KEYS));
            save(provider, null)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/metadata-refused"))
                    .body("reason", equalTo("SEVERAL_ENTITIES"))
                    .body("entities", equalTo(List.of(OTHER, chosen)));
            save(provider, "https://third.example").then().statusCode(400).body("reason", equalTo("ENTITY_UNKNOWN"));
            provider.read().then().body("draft.version", equalTo(1));

            save(provider, chosen).then().statusCode(200).body("draft.idpEntityId", equalTo(chosen));
            provider.publish(list(chosen, KEYS, NEXT));
            clock.advance(Duration.ofHours(1));
            refreshDue.sweep();

            provider.read()
                    .then()
                    .body("draft.refresh.problem", nullValue())
                    .body("draft.refresh.held", nullValue())
                    .body("draft.keys", hasSize(2));
        }
    }

    @Test
    void aRefreshThatFindsTheChosenOneGoneKeepsTheLastGoodAndWarns() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(list("https://renamed.example", NEXT));
            clock.advance(Duration.ofHours(1));

            refreshDue.sweep();

            provider.read()
                    .then()
                    .body("current.refresh.problem.reason", equalTo("ENTITY_UNKNOWN"))
                    .body("current.keys", hasSize(1));
        }
    }

    @Test
    void savingFetchesTenTimesAMinuteAndSaysWhenAgain() {
        try (var provider = Provider.saved(KEYS);
                var other = Provider.saved(KEYS)) {
            for (var time = 0; time < 9; time++) {
                provider.save();
            }

            var refused = save(provider, null);

            refused.then().statusCode(429).body("type", equalTo("/problems/metadata-fetched-often"));
            var seconds = Integer.parseInt(refused.header("Retry-After"));
            assertTrue(seconds > 0 && seconds <= 61, () -> seconds + " seconds");
            assertEquals(10, provider.reads());
            provider.place.save("RESTART");
            other.save();
            clock.advance(Duration.ofSeconds(seconds));
            provider.save();
            assertEquals(11, provider.reads());
        }
    }

    private static Response save(Provider provider, String entityId) {
        var draft = new HashMap<String, Object>(Map.of("metadataUrl", provider.url()));
        draft.put("metadataEntityId", entityId);
        return provider.place.asAdministrator().body(draft).put("/api/sso/" + provider.place.companyId);
    }

    private static String list(String entityId, IdpKeys... keys) {
        return "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
                + Provider.metadata(OTHER, Provider.SSO, "", KEYS)
                + Provider.metadata(entityId, Provider.SSO, "", keys) + "</EntitiesDescriptor>";
    }
}
