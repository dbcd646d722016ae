package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a refresh takes over by itself is seen by whoever answers for the company, and looked at again soon. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class NewKeysTest {
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
    void standInTheAuditLogAndAreToldOfAsThoseOfTheForemostVersion() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.save();
            provider.publish(KEYS, NEXT);

            sweepAfter(HOUR);

            var company = provider.place.companyId;
            var changed = published.events(company, "keys-changed");
            assertEquals(2, changed.size());
            changed.forEach(event -> EventContracts.assertKept("keys-changed", event));
            assertEquals(
                    1,
                    changed.stream()
                            .filter(event -> event.get("foremost").asBoolean())
                            .peek(event -> assertEquals(1, event.get("version").asInt()))
                            .count());
            var acts = published.events(company, "administrator-acted").stream()
                    .filter(act -> act.get("act").asText().equals("KEYS_ADDED"))
                    .toList();
            assertEquals(2, acts.size());
            acts.forEach(act -> {
                EventContracts.assertKept("administrator-acted", act);
                assertTrue(act.get("userId").isNull());
            });
        }
    }

    @Test
    void standInTheAuditLogAsTheActOfTheAdministratorWhoAskedForThem() {
        try (var provider = Provider.enabled(KEYS)) {
            provider.publish(KEYS, NEXT);

            provider.refreshNow().then().statusCode(200);

            var act = published.last(provider.place.companyId, "administrator-acted");
            assertEquals("METADATA_REFRESHED", act.get("act").asText());
            assertEquals(
                    provider.place.administratorId.toString(), act.get("userId").asText());
        }
    }

    @Test
    void areReadAgainWithinTheHourWhateverTheMetadataAskFor() {
        try (var provider = Provider.enabled(KEYS)) {
            var company = provider.place.companyId.toString();
            provider.publish(Provider.metadata(company, Provider.SSO, "cacheDuration=\"PT24H\"", KEYS, NEXT));
            sweepAfter(HOUR);
            assertTrue(untilTheNextTry(provider).compareTo(HOUR) <= 0);

            sweepAfter(HOUR);

            assertEquals(3, provider.reads());
            assertTrue(untilTheNextTry(provider).compareTo(Duration.ofHours(20)) > 0);
        }
    }

    @Test
    void requestsAreSignedOnceTheProvidersMetadataAskForItAndNoLongerThanThat() {
        try (var provider = Provider.enabled(KEYS)) {
            var company = provider.place.companyId.toString();
            var plain = Provider.metadata(company, Provider.SSO, "", KEYS);
            assertFalse(isSigned(provider));

            provider.publish(plain.replace("<IDPSSODescriptor", "<IDPSSODescriptor WantAuthnRequestsSigned=\"true\""));
            sweepAfter(HOUR);

            assertTrue(isSigned(provider));
            provider.read().then().body("current.signsRequests", equalTo(true)).body("current.keys", hasSize(1));
            provider.publish(plain);
            sweepAfter(HOUR);
            assertFalse(isSigned(provider));
        }
    }

    private static boolean isSigned(Provider provider) {
        return provider.place
                .open(BROWSER, "/auth/saml/" + provider.place.companyId + "/login")
                .header("Location")
                .contains("&Signature=");
    }

    private void sweepAfter(Duration time) {
        clock.advance(time);
        refreshDue.sweep();
    }

    private Duration untilTheNextTry(Provider provider) {
        return Duration.between(clock.instant(), Instant.parse(provider.read().path("current.refresh.nextRefreshAt")));
    }
}
