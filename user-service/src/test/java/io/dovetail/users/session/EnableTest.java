package io.dovetail.users.session;

import static io.dovetail.users.Scene.refresh;
import static io.dovetail.users.Scene.signIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.dovetail.users.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turning single sign-on on ends the company's sessions but for the one that asked. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class EnableTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @Inject
    OpenSession openSession;

    @Inject
    Users users;

    @AfterEach
    void presentAgain() {
        clock.reset();
    }

    @Test
    void sparesTheSessionThatAsked() {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        var other = signIn(registered.email(), Scene.PASSWORD);
        var elsewhere = scene.active();
        var bystander = signIn(elsewhere.email(), Scene.PASSWORD);

        enable(registered, session(asking));

        refresh(other.path("refreshToken")).then().statusCode(401);
        refresh(asking.path("refreshToken")).then().statusCode(200);
        refresh(bystander.path("refreshToken")).then().statusCode(200);
        var ended = published.last(registered.company(), "sessions-ended");
        assertTrue(ended.get("userId").isNull());
        assertEquals(
                session(asking), UUID.fromString(ended.get("sparedSessionId").asText()));
    }

    @Test
    void sparesTheLastUsedSessionOfTheAdministratorIfNoneIsNamed() {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        var other = signIn(registered.email(), Scene.PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        String next = refresh(asking.path("refreshToken")).path("refreshToken");
        clock.advance(Duration.ofMinutes(1));

        enable(registered, null);

        refresh(other.path("refreshToken")).then().statusCode(401);
        refresh(next).then().statusCode(200);
    }

    @Test
    void leavesInWhoeverCameLaterThroughTheProvider() {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        var later = throughTheProvider(registered);
        clock.advance(Duration.ofSeconds(-30));
        scene.switchOver(registered.company(), "ON_TRIAL", 1, 0);

        enable(registered, session(asking));

        refresh(later.refreshToken()).then().statusCode(200);
        Scene.as(later.accessToken()).get("/api/me").then().statusCode(200);
    }

    /** While Kafka is down it takes long until an Enable is heard of here, and passwords still open sessions. */
    @Test
    void endsWhateverPasswordsOpenedBeforeItWasHeardOf() throws Exception {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        var spared = session(asking);
        clock.advance(Duration.ofMinutes(1));
        var later = signIn(registered.email(), Scene.PASSWORD);
        var ended = session(later);
        clock.advance(Duration.ofSeconds(-30));
        scene.switchOver(registered.company(), "ON_TRIAL", 1, 0);

        enable(registered, spared);

        refresh(later.path("refreshToken")).then().statusCode(401);
        refresh(asking.path("refreshToken")).then().statusCode(200);
        var told = published.last(registered.company(), "sessions-ended");
        EventContracts.assertKept("sessions-ended", told);
        assertEquals(ended.toString(), told.get("sessionId").asText());
        Eventually.until(
                "its tokens are refused",
                () -> Scene.as(later.path("accessToken")).get("/api/me").statusCode() == 401);
    }

    /** Passwords were turned off before whoever turned them off was heard of, or an older Enable comes late. */
    @Test
    void leavesPasswordSessionsAloneThatCameAfterDisable() {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        scene.switchOver(registered.company(), "OFF", 2, 0);
        var later = signIn(registered.email(), Scene.PASSWORD);
        clock.advance(Duration.ofSeconds(-30));

        enable(registered, session(asking));

        refresh(later.path("refreshToken")).then().statusCode(200);
    }

    /** Events may come late, and again. */
    @Test
    void anEarlierEnableLeavesInWhomALaterOneSpared() {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        var spared = session(asking);
        clock.advance(Duration.ofMinutes(2));
        scene.switchOver(registered.company(), "ON_TRIAL", 3, 0);
        enable(registered, spared);
        clock.advance(Duration.ofMinutes(-1));

        enable(registered, UUID.randomUUID());

        refresh(asking.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void anEarlierEnableLeavesInWhoCameAfterItsUndo() {
        var registered = scene.active();
        scene.switchOver(registered.company(), "ON_TRIAL", 1, 0);
        scene.switchOver(registered.company(), "OFF", 2, 0);
        var afterwards = signIn(registered.email(), Scene.PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        scene.switchOver(registered.company(), "ON_TRIAL", 3, 0);
        clock.advance(Duration.ofMinutes(-2));

        enable(registered, UUID.randomUUID());

        clock.advance(Duration.ofMinutes(2));
        scene.switchOver(registered.company(), "OFF", 4, 0);
        refresh(afterwards.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void refreshesNoPasswordSessionButTheSparedOneWhileSingleSignOnIsOn() {
        var registered = scene.active();
        var asking = signIn(registered.email(), Scene.PASSWORD);
        enable(registered, session(asking));
        var resting = signIn(registered.email(), Scene.PASSWORD);
        var provider = throughTheProvider(registered);

        scene.switchOver(registered.company(), "ON_TRIAL", 1, 0);

        refresh(resting.path("refreshToken")).then().statusCode(401);
        String next = refresh(asking.path("refreshToken")).path("refreshToken");
        refresh(next).then().statusCode(200);
        refresh(provider.refreshToken()).then().statusCode(200);

        scene.switchOver(registered.company(), "OFF", 2, 0);
        refresh(resting.path("refreshToken")).then().statusCode(200);
    }

    private OpenedSession throughTheProvider(Scene.Registered registered) {
        var user = users.find(registered.admin()).orElseThrow();
        return openSession.handle(new OpenSession.Command(user, SessionMethod.SSO, UUID.randomUUID(), null));
    }

    private UUID session(Response opened) {
        return UUID.fromString(
                Scene.as(opened.path("accessToken")).get("/api/me").path("sessionId"));
    }

    private void enable(Scene.Registered registered, @Nullable UUID session) {
        var data = new HashMap<String, Object>(
                Map.of("companyId", registered.company(), "userId", registered.admin(), "version", 1));
        if (session != null) {
            data.put("sessionId", session);
        }
        var before = sessionsEnded(registered);
        scene.publish(
                "dovetail.sso", "connection-enabled", registered.company().toString(), registered.company(), data);
        Eventually.until("the sessions are ended", () -> sessionsEnded(registered) > before);
    }

    private int sessionsEnded(Scene.Registered registered) {
        return published.events(registered.company(), "sessions-ended").size();
    }
}
