package io.dovetail.sso.enabling;

import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.connection.SwitchOvers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial that nobody signs in through ends by itself, by the clock that follows the database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RollBackTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    RollBackTrials rollBackTrials;

    @Inject
    SwitchOvers switchOvers;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void turnsItselfOffADayAfterEnableAndNoMinuteSooner() {
        var place = Workplace.enabled("RESTART");

        clock.advance(Duration.ofDays(1).minus(MINUTE));
        rollBackTrials.sweep();
        assertEquals("ON_TRIAL", place.state());
        clock.advance(MINUTE);
        rollBackTrials.sweep();

        assertEquals("OFF", place.state());
        TestEvents.await("dovetail.sso", "connection-rolled-back", place.companyId, "\"version\":1");
        TestEvents.await(
                "dovetail.sso", "connection-changed", place.companyId, "\"switchOver\":2,\"settledSwitchOver\":0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void turnsItselfOffAfterTheChosenTime(int hours) {
        var place = Workplace.ready("RESTART");
        enable(place, hours);

        clock.advance(Duration.ofHours(hours).minus(MINUTE));
        rollBackTrials.sweep();
        assertEquals("ON_TRIAL", place.state());
        clock.advance(MINUTE);
        rollBackTrials.sweep();

        assertEquals("OFF", place.state());
    }

    @Test
    void waitsForEverIfSoChosen() {
        var place = Workplace.ready("RESTART");
        enable(place, 0);

        clock.advance(Duration.ofDays(30));
        rollBackTrials.sweep();

        place.asAdministrator().get("/api/sso/" + place.companyId).then().body("trialEndsAt", nullValue());
        assertEquals("ON_TRIAL", place.state());
    }

    @Test
    void neverTurnsOffWhatASessionProved() {
        var place = Workplace.enabled("RESTART");
        place.comeIn();
        place.awaitState("ON");

        clock.advance(Duration.ofDays(2));
        rollBackTrials.sweep();

        assertEquals("ON", place.state());
    }

    @Test
    void ofARollBackAndAFirstSessionAtTheSameMomentOneWins() {
        for (var time = 0; time < 5; time++) {
            var place = Workplace.enabled("RESTART");
            var signedInAt = clock.instant();
            clock.advance(Duration.ofDays(1));

            Stream.<Runnable>of(
                            () -> switchOvers.rollBack(place.companyId),
                            () -> switchOvers.endTrial(place.companyId, signedInAt),
                            () -> switchOvers.rollBack(place.companyId))
                    .parallel()
                    .forEach(deed -> QuarkusTransaction.requiringNew().run(deed));

            var state = place.state();
            assertTrue(Set.of("ON", "OFF").contains(state), state);
            TestEvents.await(
                    "dovetail.sso",
                    "connection-changed",
                    place.companyId,
                    "ON".equals(state)
                            ? "\"switchOver\":1,\"settledSwitchOver\":1"
                            : "\"switchOver\":2,\"settledSwitchOver\":0");
            clock.reset();
        }
    }

    private static void enable(Workplace place, int hours) {
        place.asAdministrator()
                .body("{\"trialHours\":" + hours + "}")
                .post("/api/sso/" + place.companyId + "/enable")
                .then()
                .statusCode(200);
    }
}
