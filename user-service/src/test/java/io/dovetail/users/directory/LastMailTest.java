package io.dovetail.users.directory;

import static io.dovetail.users.Scene.as;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators see which mail each user was sent last. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LastMailTest {
    private static final Instant MORNING = Instant.parse("2026-01-12T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");

    @Inject
    Scene scene;

    @Inject
    Published published;

    private Scene.Registered registered;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
    }

    @Test
    void isNoneBeforeTheFirst() {
        listed().body("items[0].lastMail", nullValue());
    }

    @Test
    void isTheNewestByItsOwnTimeInWhateverOrderItIsHeard() {
        told("mail-failed", "INVITATION", NOON);
        told("mail-sent", "CREATE_PASSWORD", MORNING);

        listed().body("items[0].lastMail.kind", is("INVITATION"))
                .body("items[0].lastMail.state", is("FAILED"))
                .body("items[0].lastMail.at", startsWith("2026-01-12T12:00:00"));

        told("mail-sent", "INVITATION", NOON.plusSeconds(1));

        listed().body("items[0].lastMail.state", is("SENT"));
        as(admin())
                .get("/api/users/" + registered.company() + "/" + registered.admin())
                .then()
                .body("lastMail.state", is("SENT"));
    }

    @Test
    void isNotKeptOfWhoIsNoUserOfTheCompany() {
        var other = scene.active();

        told(other.company(), registered.admin(), "mail-sent", "INVITATION", NOON);
        told(registered.company(), UUID.randomUUID(), "mail-sent", "INVITATION", NOON);

        listed().body("items[0].lastMail", nullValue());
    }

    private ValidatableResponse listed() {
        return as(admin()).get("/api/users/" + registered.company()).then().statusCode(200);
    }

    private String admin() {
        return TestTokens.admin(registered.company(), registered.admin());
    }

    private void told(String name, String kind, Instant at) {
        told(registered.company(), registered.admin(), name, kind, at);
    }

    private void told(UUID company, UUID user, String name, String kind, Instant at) {
        var data = new HashMap<String, Object>(Map.of(
                "companyId",
                company,
                "userId",
                user,
                "deliveryId",
                UUID.randomUUID(),
                "kind",
                kind,
                "causeEventId",
                UUID.randomUUID(),
                "tries",
                1));
        data.put("lastAnswer", "250 ok");
        var event = Event.of("dovetail.mail", name, user.toString(), company, Actor.system(), at, data);
        TestEvents.publish(event);
        Eventually.until(
                "the mail is heard of",
                () -> published
                        .value("select count(*) from inbox where event_id = ?", event.id())
                        .equals("1"));
    }
}
