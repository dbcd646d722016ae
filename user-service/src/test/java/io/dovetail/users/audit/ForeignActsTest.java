package io.dovetail.users.audit;

import static io.dovetail.users.Scene.as;
import static io.dovetail.users.Scene.operator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.users.MovableClock;
import io.dovetail.users.Published;
import io.dovetail.users.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do in other services stands in the same audit log. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ForeignActsTest {
    @Inject
    Scene scene;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    private Scene.Registered registered;
    private UUID company;

    @BeforeEach
    void aCompany() {
        registered = scene.active();
        company = registered.company();
    }

    @Test
    void keepsAnActOfAnotherServiceOnce() {
        var event = acted("dovetail.bindings", "BINDING_REMOVED", "the-binding");

        hear(event);
        TestEvents.publish(event);
        hear(acted("dovetail.sso", "DRAFT_SAVED", null));

        listed().body("items.act", contains("DRAFT_SAVED", "BINDING_REMOVED", "COMPANY_REGISTERED"))
                .body("items[0].about", nullValue())
                .body("items[1].id", is(event.id().toString()))
                .body("items[1].about", is("the-binding"))
                .body("items[1].actor.type", is("USER"))
                .body("items[1].actor.userId", is(registered.admin().toString()))
                .body("items[1].actor.email", is(registered.email()))
                .body("items[1].from", is("198.51.100.4"));
    }

    @Test
    void keepsThatARecoveryCodeWasUsed() {
        var data = Map.of("companyId", company, "userId", registered.admin(), "codesLeft", 7);
        var actor = Actor.user(registered.admin()).from("198.51.100.5");

        hear(Event.of("dovetail.sso", "recovery-code-used", company.toString(), company, actor, clock.instant(), data));

        listed().body("items[0].act", is("RECOVERY_CODE_USED"))
                .body("items[0].actor.userId", is(registered.admin().toString()))
                .body("items[0].from", is("198.51.100.5"));
    }

    @Test
    void keepsThatSingleSignOnRolledBack() {
        var data = Map.of("companyId", company, "version", 3);

        hear(Event.of(
                "dovetail.sso",
                "connection-rolled-back",
                company.toString(),
                company,
                Actor.system(),
                clock.instant(),
                data));

        listed().body("items[0].act", is("SINGLE_SIGN_ON_ROLLED_BACK"))
                .body("items[0].about", is("3"))
                .body("items[0].actor.type", is("SYSTEM"))
                .body("items[0].from", nullValue());
    }

    @Test
    void putsALateActWhereItHappened() {
        var late = acted("dovetail.sso", "DRAFT_APPLIED", null);
        var before = Event.of(
                late.topic(),
                "administrator-acted",
                late.key(),
                company,
                late.actor(),
                late.time().minus(Duration.ofDays(1)),
                Map.of("companyId", company, "userId", registered.admin(), "act", "DRAFT_SAVED"));

        hear(late);
        hear(before);

        listed().body("items.act", contains("DRAFT_APPLIED", "COMPANY_REGISTERED", "DRAFT_SAVED"));
    }

    @Test
    void keepsNothingOfARemovedCompany() {
        operator().delete("/api/companies/" + company).then().statusCode(204);

        hear(acted("dovetail.sso", "DRAFT_SAVED", null));

        Eventually.until(
                "the company is erased",
                () -> published
                        .value("select count(*) from company where id = ?", company)
                        .equals("0"));
        assertEquals("0", published.value("select count(*) from audit_entry where company_id = ?", company));
    }

    private Event acted(String topic, String act, @Nullable String about) {
        var data = new HashMap<String, Object>(Map.of("companyId", company, "userId", registered.admin(), "act", act));
        if (about != null) {
            data.put("about", about);
        }
        return Event.of(
                topic,
                "administrator-acted",
                company.toString(),
                company,
                Actor.user(registered.admin()).from("198.51.100.4"),
                clock.instant(),
                data);
    }

    private void hear(Event event) {
        TestEvents.publish(event);
        Eventually.until(
                "the event is handled",
                () -> published
                        .value("select count(*) > 0 from inbox where event_id = ?", event.id())
                        .equals("t"));
    }

    private ValidatableResponse listed() {
        return as(TestTokens.admin(company, registered.admin()))
                .get("/api/audit/" + company)
                .then()
                .statusCode(200);
    }
}
