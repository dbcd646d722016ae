package io.dovetail.users.reconciliation;

import static io.dovetail.users.Scene.createPassword;
import static io.dovetail.users.Scene.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What switching single sign-on on and off means for passwords and their links. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SwitchOverTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
    }

    @Test
    void passwordsRestOnTrialAndWorkAgainAfterAnUndo() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(401);

        scene.switchOver(company, "OFF", 2, 0);

        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
        assertTrue(user().get("hasPassword").asBoolean());
        assertEquals(1, links().size());
    }

    @Test
    void theFirstSessionThroughSingleSignOnVoidsPasswords() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);

        scene.switchOver(company, "ON", 1, 1);

        signIn(registered.email(), Scene.PASSWORD).then().statusCode(401);
        assertFalse(user().get("hasPassword").asBoolean());
        assertEquals(3, user().get("revision").asLong());
        assertEquals("nothing", published.value("select 1 from password where user_id = ?", registered.admin()));
        assertEquals(1, links().size());
    }

    @Test
    void disableMailsOneLinkToCreateAPassword() {
        scene.switchOver(company, "ON_TRIAL", 1, 0);
        scene.switchOver(company, "ON", 1, 1);

        scene.switchOver(company, "OFF", 2, 1);

        assertEquals(2, links().size());
        var link = links().get(1);
        assertEquals("SINGLE_SIGN_ON_DISABLED", link.get("cause").asText());
        EventContracts.assertKept("password-link-issued", link);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(401);
        createPassword(scene.token(link), Scene.PASSWORD).then().statusCode(204);
        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eventsInAnyOrderAndNumberComeToTheSame(long seed) {
        var events = new ArrayList<List<Object>>();
        for (var i = 0; i < 2; i++) {
            events.add(List.of(10, "ON_TRIAL", 1, 0));
            events.add(List.of(11, "ON", 1, 1));
            events.add(List.of(20, "OFF", 2, 1));
            events.add(List.of(30, "ON_TRIAL", 3, 1));
            events.add(List.of(40, "OFF", 4, 1));
        }
        Collections.shuffle(events, new Random(seed));

        events.forEach(event -> publish(event.get(0), event.get(1), event.get(2), event.get(3)));
        scene.connection(UUID.randomUUID(), 1, "OFF", null);
        scene.switchOver(company, "OFF", 4, 1);

        assertEquals(2, links().size());
        assertFalse(user().get("hasPassword").asBoolean());
        assertEquals(3, user().get("revision").asLong());
        createPassword(scene.token(links().get(1)), Scene.PASSWORD).then().statusCode(204);
    }

    @Test
    void aPasswordOfTheNewTimeOutlivesOldNews() {
        scene.switchOver(company, "OFF", 2, 1);
        createPassword(scene.token(links().get(1)), Scene.PASSWORD).then().statusCode(204);

        publish(11, "ON", 1, 1);
        scene.switchOver(company, "ON_TRIAL", 3, 1);
        scene.switchOver(company, "OFF", 4, 1);

        signIn(registered.email(), Scene.PASSWORD).then().statusCode(201);
        assertEquals(2, links().size());
    }

    @Test
    void aLinkRestsOnTrialAndIsGoodAgainAfterAnUndo() {
        var pending = scene.registered();
        var token = scene.newestToken(pending.company());
        scene.switchOver(pending.company(), "ON_TRIAL", 1, 0);
        createPassword(token, Scene.PASSWORD).then().statusCode(409).body("type", is("/problems/single-sign-on-on"));
        given().get("/api/password-resets/" + token).then().statusCode(409);
        EventContracts.assertKept(
                "password-link-cancelled", published.last(pending.company(), "password-link-cancelled"));

        scene.switchOver(pending.company(), "OFF", 2, 0);

        createPassword(token, Scene.PASSWORD).then().statusCode(204);
        assertEquals(
                1, published.events(pending.company(), "password-link-issued").size());
    }

    @Test
    void aLinkFromBeforeASettledSwitchIsDead() {
        var pending = scene.registered();
        var token = scene.newestToken(pending.company());

        scene.switchOver(pending.company(), "OFF", 2, 1);

        createPassword(token, Scene.PASSWORD)
                .then()
                .statusCode(410)
                .body("type", is("/problems/password-link-replaced"));
        createPassword(scene.newestToken(pending.company()), Scene.PASSWORD)
                .then()
                .statusCode(204);
    }

    private void publish(Object revision, Object state, Object switchOver, Object settled) {
        var data = new HashMap<String, Object>(Map.of(
                "companyId", company,
                "revision", revision,
                "state", state,
                "provider", "NONE",
                "source", registered.admin(),
                "switchOver", switchOver,
                "settledSwitchOver", settled));
        scene.publish("dovetail.sso", "connection-changed", company.toString(), company, data);
    }

    private JsonNode user() {
        return published.last(company, "user-changed");
    }

    private List<JsonNode> links() {
        return published.events(company, "password-link-issued");
    }
}
