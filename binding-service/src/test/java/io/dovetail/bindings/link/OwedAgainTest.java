package io.dovetail.bindings.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.bindings.MovableClock;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody who is unbound is left without a working link by what became of an earlier one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OwedAgainTest extends CompanyWithLinks {
    private static final String ADDRESS = "ada@example.com";

    @Inject
    MovableClock clock;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void mailsAtEnableWhoseLinkOfBeforeHasExpired() {
        sentBeforeEnable();
        clock.advance(Duration.ofHours(73));

        scene.awaitTaken(scene.connectionChanged(company, 2, "ON_TRIAL", source, 1, null));

        assertLastIsLive(2, "ENABLED");
    }

    @Test
    void mailsAtEnableWhoseLinkWasResentBeforeAndHasExpired() {
        sentBeforeEnable();
        resend().statusCode(202);
        clock.advance(Duration.ofHours(73));

        scene.awaitTaken(scene.connectionChanged(company, 2, "ON_TRIAL", source, 1, null));

        assertLastIsLive(3, "ENABLED");
    }

    @Test
    void leavesOneThatExpiredUnansweredToAdministratorAndPerson() {
        enabledWithOneUser();
        clock.advance(Duration.ofHours(73));

        scene.awaitTaken(
                scene.userChanged(company, user, 2, ADDRESS, "ACTIVE"),
                scene.connectionChanged(company, 2, "ON", source, 1, null));
        awaitJobsDone();

        assertEquals(1, scene.told(company, "link-issued"));
    }

    @Test
    void mailsWhoIsReactivatedThoughAnAdministratorHadItResentBefore() {
        enabledWithOneUser();
        resend().statusCode(202);

        scene.awaitTaken(scene.userChanged(company, user, 2, ADDRESS, "DEACTIVATED"));
        scene.awaitTaken(scene.userChanged(company, user, 3, ADDRESS, "ACTIVE"));

        assertLastIsLive(3, "REACTIVATED");
    }

    @Test
    void mailsWhoseIdentityWasReleasedWhenReactivated() {
        enabledWithOneUser();
        scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), linkId())
                .then()
                .statusCode(200);
        scene.awaitTaken(scene.userChanged(company, user, 2, ADDRESS, "DEACTIVATED"));
        release();

        scene.awaitTaken(scene.userChanged(company, user, 3, ADDRESS, "ACTIVE"));

        assertLastIsLive(2, "REACTIVATED");
    }

    @Test
    void mailsWhoseAddressChangedThereAndBack() {
        enabledWithOneUser();

        scene.awaitTaken(scene.userChanged(company, user, 2, "ada@example.org", "ACTIVE"));
        scene.awaitTaken(scene.userChanged(company, user, 3, ADDRESS, "ACTIVE"));

        assertEquals(ADDRESS, assertLastIsLive(3, "ENABLED").get("email").asText());
    }

    @Test
    void mailsEverybodyWhenTheProviderChangesThereAndBack() {
        enabledWithOneUser();

        scene.awaitTaken(scene.connectionChanged(company, 2, "ON", UUID.randomUUID(), 1, null));
        awaitJobsDone();
        scene.awaitTaken(scene.connectionChanged(company, 3, "ON", source, 1, null));

        assertLastIsLive(3, "ENABLED");
    }

    @Test
    void mailsNobodyWhoIsUnboundBeforeEnable() {
        scene.awaitTaken(
                scene.userChanged(company, user, 1, ADDRESS, "ACTIVE"),
                scene.connectionChanged(company, 1, "OFF", null, 0, source));
        scene.bindBy(new Attempt(company, user, source, "ada", UUID.randomUUID()), UUID.randomUUID())
                .then()
                .statusCode(200);

        asAdministrator().delete("/api/bindings/" + company + "/" + user).then().statusCode(204);

        assertEquals(0, scene.told(company, "link-issued"));
        enable(2, 1);
        assertLastIsLive(1, "ENABLED");
    }

    @Test
    void namesWhoReactivatedAPersonInTheMail() {
        enabledWithOneUser();
        scene.awaitTaken(scene.userChanged(company, user, 2, ADDRESS, "DEACTIVATED"));
        var administrator = UUID.randomUUID();

        scene.awaitTaken(reactivatedBy(administrator));

        assertLastIsLive(2, "REACTIVATED");
        assertEquals(
                1,
                scene.count(
                        "select count(*) from outbox where type = 'dovetail.link-issued.v1' and actor_id = ?",
                        administrator.toString()));
    }

    private UUID reactivatedBy(UUID administrator) {
        var data = Map.of(
                "userId",
                user,
                "companyId",
                company,
                "revision",
                3,
                "email",
                ADDRESS,
                "firstName",
                "Ada",
                "lastName",
                "Lovelace",
                "role",
                "MEMBER",
                "status",
                "ACTIVE");
        return scene.publish(
                "dovetail.users", "user-changed", user.toString(), company, Actor.user(administrator), data);
    }

    private JsonNode assertLastIsLive(int links, String cause) {
        var last = awaitLinks(links).get(links - 1);
        assertEquals(cause, last.get("cause").asText());
        show(scene.token(last)).body("state", is("LIVE"));
        return last;
    }

    private void release() {
        given().auth()
                .oauth2(TestTokens.admin(company, UUID.randomUUID()))
                .contentType("application/json")
                .body(Map.of("userId", user))
                .post("/api/bindings/" + company + "/identities/release")
                .then()
                .statusCode(204);
    }
}
