package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata with an address are read again by the clock; keys come and go with them. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class RefreshTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";
    private static final IdpKeys KEYS = Workplace.KEYS;
    private static final IdpKeys NEXT = IdpKeys.rsa2048();
    private static final Duration HOUR = Duration.ofHours(1);

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
    void trustsANewKeyBesideTheOldOneWithinTheHour() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(KEYS, NEXT);
            refreshDue.sweep();
            assertEquals(1, provider.reads());

            sweepAfter(HOUR);

            assertEquals(2, provider.reads());
            provider.read()
                    .then()
                    .body("current.keys", hasSize(2))
                    .body("current.refresh.problem", nullValue())
                    .body("current.refresh.lastRefreshedAt", notNullValue());
            accepted(provider, KEYS);
            accepted(provider, NEXT);
            var changed = published.last(provider.place.companyId, "keys-changed");
            EventContracts.assertKept("keys-changed", changed);
            assertEquals(1, changed.get("added").size());
            assertEquals(0, changed.get("ended").size());
        }
    }

    @Test
    void aKeyThatIsNotListedAnyMoreStopsCountingAtOnce() {
        try (var provider = Provider.enabled(KEYS, NEXT)) {
            var before = provider.place.login(BROWSER);
            provider.publish(NEXT);

            sweepAfter(HOUR);

            provider.answer(before, KEYS, clock.instant()).then().statusCode(403);
            assertEquals("SIGNATURE_INVALID", provider.place.newestReason());
            accepted(provider, NEXT);
            assertEquals(
                    1,
                    published
                            .last(provider.place.companyId, "keys-changed")
                            .get("ended")
                            .size());
        }
    }

    @Test
    void tellsNothingWhenNothingChanged() {
        try (var provider = Provider.enabled(KEYS)) {
            sweepAfter(HOUR);

            assertEquals(2, provider.reads());
            assertEquals(
                    0,
                    published.events(provider.place.companyId, "keys-changed").size());
        }
    }

    @ParameterizedTest
    @CsvSource({"NOT_FETCHED", "EXPIRED", "NOT_METADATA", "NO_KEY"})
    void aFailedRefreshKeepsTheLastGoodAndWarns(String reason) {
        try (var provider = Provider.enabled(KEYS)) {
            var company = provider.place.companyId.toString();
            switch (reason) {
                case "EXPIRED" ->
                    provider.publish(
                            Provider.metadata(company, Provider.SSO, "validUntil=\"" + clock.instant() + "\"", NEXT));
                case "NOT_METADATA" -> provider.publish("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>");
                case "NO_KEY" -> provider.publish();
                default -> provider.fail();
            }
            var good = provider.read().<String>path("current.refresh.lastRefreshedAt");

            sweepAfter(HOUR);

            provider.read()
                    .then()
                    .body("current.refresh.problem.reason", equalTo(reason))
                    .body("current.refresh.problem.advice", notNullValue())
                    .body("current.refresh.lastRefreshedAt", equalTo(good))
                    .body("current.keys", hasSize(1));
            accepted(provider, KEYS);
        }
    }

    @Test
    void triesAgainRarerAfterFailuresAndForgetsThemOnceItGoesWell() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.fail();
            sweepAfter(HOUR);
            assertTrue(minutesToTheNextTry(provider) <= 5);
            sweepAfter(Duration.ofMinutes(5));
            assertTrue(minutesToTheNextTry(provider) > 5);
            provider.publish(KEYS);

            sweepAfter(Duration.ofMinutes(10));

            assertEquals(4, provider.reads());
            provider.read().then().body("current.refresh.problem", nullValue());
            assertTrue(minutesToTheNextTry(provider) > 50);
        }
    }

    @Test
    void readsWhenTheMetadataSaySo() {
        try (var provider = Provider.saved(KEYS)) {
            var company = provider.place.companyId.toString();
            provider.publish(Provider.metadata(company, Provider.SSO, "cacheDuration=\"PT12H\"", KEYS));
            sweepAfter(HOUR);

            sweepAfter(Duration.ofHours(10));
            assertEquals(2, provider.reads());
            sweepAfter(Duration.ofHours(2));

            assertEquals(3, provider.reads());
            provider.read().then().body("draft.refresh.nextRefreshAt", containsString("T"));
        }
    }

    @Test
    void ofManyReplicasOneReads() {
        try (var provider = Provider.enabled(KEYS)) {
            clock.advance(HOUR);

            IntStream.range(0, 8).parallel().forEach(replica -> refreshDue.sweep());

            assertEquals(2, provider.reads());
        }
    }

    /** The provider may have changed its keys since: an old draft is read before it is verified. */
    @Test
    void anEarlierVersionIsReadAgainOnceItIsTheDraftAndNotBefore() {
        try (var provider = Provider.saved(KEYS)) {
            provider.save();
            provider.publish(KEYS, NEXT);
            sweepAfter(HOUR);
            assertEquals(3, provider.reads());
            var next = "select next_refresh_at from metadata_refresh where company_id = ? and version = 1";
            assertEquals("null", published.value(next, provider.place.companyId));
            sweepAfter(HOUR);
            assertEquals(4, provider.reads());

            provider.place
                    .asAdministrator()
                    .post("/api/sso/" + provider.place.companyId + "/versions/1/restore")
                    .then()
                    .statusCode(200)
                    .body("draft.keys", hasSize(1));
            refreshDue.sweep();

            provider.read().then().body("draft.version", equalTo(1)).body("draft.keys", hasSize(2));
        }
    }

    @Test
    void nothingIsLeftOfARemovedCompany() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(NEXT);
            sweepAfter(HOUR);
            var company = provider.place.companyId;

            Neighbours.publish("dovetail.users", "company-removed", company, company, Map.of("companyId", company));

            Eventually.until(
                    "the company to be forgotten",
                    () -> Neighbours.count("connection where company_id = ?", company) == 0);
            assertEquals(0, Neighbours.count("metadata_refresh where company_id = ?", company));
            assertEquals(0, Neighbours.count("trusted_key where company_id = ?", company));
        }
    }

    private void sweepAfter(Duration time) {
        clock.advance(time);
        refreshDue.sweep();
    }

    private void accepted(Provider provider, IdpKeys keys) {
        var requestId = provider.place.login(BROWSER);
        provider.answer(requestId, keys, clock.instant()).then().statusCode(303);
    }

    private long minutesToTheNextTry(Provider provider) {
        var next = Instant.parse(provider.read().path("current.refresh.nextRefreshAt"));
        return Duration.between(clock.instant(), next).toMinutes();
    }
}
