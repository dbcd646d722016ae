package io.dovetail.sso.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metadata that can't be read for long are told of once, also to those who never open the settings. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class FailingMetadataTest {
    private static final IdpKeys KEYS = Workplace.KEYS;

    @Inject
    RefreshDue refreshDue;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void tellsOnceAfterADayOfFailuresAndAgainOfTheNextDay() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.fail();
            sweepAfter(Duration.ofHours(1));
            sweepAfter(Duration.ofHours(23));
            assertEquals(0, told(provider));

            sweepAfter(Duration.ofHours(6));

            assertEquals(1, told(provider));
            var failing = published.last(provider.place.companyId, "metadata-failing");
            EventContracts.assertKept("metadata-failing", failing);
            assertEquals("NOT_FETCHED", failing.get("reason").asText());
            sweepAfter(Duration.ofDays(2));
            assertEquals(1, told(provider));
            provider.publish(KEYS);
            sweepAfter(Duration.ofHours(6));
            provider.fail();
            sweepAfter(Duration.ofHours(1));
            sweepAfter(Duration.ofHours(25));
            assertEquals(2, told(provider));
        }
    }

    @Test
    void tellsWhenTheLastGoodMetadataEnd() {
        try (var provider = Provider.enabled(KEYS)) {
            var end = clock.instant().plus(Duration.ofHours(3));
            provider.publish(Provider.metadata(
                    provider.place.companyId.toString(), Provider.SSO, "validUntil=\"" + end + "\"", KEYS));
            sweepAfter(Duration.ofHours(1));
            provider.fail();
            sweepAfter(Duration.ofHours(1));
            assertEquals(0, told(provider));

            sweepAfter(Duration.ofHours(2));

            assertEquals(1, told(provider));
        }
    }

    @Test
    void tellsNothingOfADraftWhilePeopleComeInByAnotherVersion() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.place.save("RESTART");
            provider.place.verify();
            provider.place
                    .asAdministrator()
                    .post("/api/sso/" + provider.place.companyId + "/apply")
                    .then()
                    .statusCode(204);
            provider.save();
            provider.fail();
            sweepAfter(Duration.ofHours(1));

            sweepAfter(Duration.ofHours(30));

            assertEquals(0, told(provider));
        }
    }

    private void sweepAfter(Duration time) {
        clock.advance(time);
        refreshDue.sweep();
    }

    private int told(Provider provider) {
        return published.events(provider.place.companyId, "metadata-failing").size();
    }
}
