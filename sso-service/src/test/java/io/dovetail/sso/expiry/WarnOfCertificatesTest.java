package io.dovetail.sso.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Neighbours;
import io.dovetail.sso.Published;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.refresh.LocalProviders;
import io.dovetail.sso.refresh.Provider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Administrators are told 60, 30, 7 and 1 days before a certificate in use ends, of each once. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class WarnOfCertificatesTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    WarnOfCertificates warnOfCertificates;

    @Inject
    Published published;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void tellsOfEachOfTheFourMomentsOnce() {
        try (var provider = endingIn(Duration.ofDays(61))) {
            for (var day = 0; day <= 62; day++) {
                warnOfCertificates.sweep();
                warnOfCertificates.sweep();
                clock.advance(DAY);
            }

            assertEquals(List.of(60, 30, 7, 1), days(provider));
            EventContracts.assertKept(
                    "certificate-expiring", published.last(provider.place.companyId, "certificate-expiring"));
        }
    }

    @Test
    void tellsNotAMomentTooSoon() {
        try (var provider = endingIn(Duration.ofDays(60).plusMinutes(1))) {
            warnOfCertificates.sweep();
            assertEquals(List.of(), days(provider));

            clock.advance(Duration.ofMinutes(2));
            warnOfCertificates.sweep();

            assertEquals(List.of(60), days(provider));
        }
    }

    @Test
    void tellsAfterAPauseOfTheNearestMomentAlone() {
        try (var provider = endingIn(Duration.ofDays(70))) {
            clock.advance(Duration.ofDays(65));

            warnOfCertificates.sweep();

            assertEquals(List.of(7), days(provider));
            clock.advance(Duration.ofDays(6));
            warnOfCertificates.sweep();
            assertEquals(List.of(7), days(provider));
        }
    }

    @Test
    void ofManyReplicasOneTells() {
        try (var provider = endingIn(Duration.ofDays(5))) {
            IntStream.range(0, 8).parallel().forEach(replica -> warnOfCertificates.sweep());

            assertEquals(List.of(7), days(provider));
        }
    }

    /** The same certificate in a newer version is the same certificate. */
    @Test
    void tellsNotAgainWhenANewVersionIsApplied() {
        try (var provider = endingIn(Duration.ofDays(5))) {
            warnOfCertificates.sweep();
            provider.save();
            provider.place.verify();
            provider.place
                    .asAdministrator()
                    .post("/api/sso/" + provider.place.companyId + "/apply")
                    .then()
                    .statusCode(204);

            warnOfCertificates.sweep();

            assertEquals(List.of(7), days(provider));
        }
    }

    @Test
    void tellsNobodyOfADraftOrOfWhatIsOff() {
        var keys = Workplace.KEYS.withCertificateLife(
                clock.instant().minus(DAY), clock.instant().plus(Duration.ofDays(5)));
        try (var draft = Provider.saved(keys);
                var off = endingIn(Duration.ofDays(5))) {
            off.place
                    .asAdministrator()
                    .post("/api/sso/" + off.place.companyId + "/disable")
                    .then()
                    .statusCode(200);

            warnOfCertificates.sweep();

            assertEquals(List.of(), days(draft));
            assertEquals(List.of(), days(off));
        }
    }

    @Test
    void keepsNothingOfARemovedCompany() {
        try (var provider = endingIn(Duration.ofDays(5))) {
            warnOfCertificates.sweep();
            var company = provider.place.companyId;
            assertEquals(1, Neighbours.count("certificate_warning where company_id = ?", company));

            Neighbours.publish("dovetail.users", "company-removed", company, company, Map.of("companyId", company));

            Eventually.until(
                    "the company to be forgotten",
                    () -> Neighbours.count("certificate_warning where company_id = ?", company) == 0);
        }
    }

    private Provider endingIn(Duration life) {
        var now = clock.instant();
        return Provider.enabled(Workplace.KEYS.withCertificateLife(now.minus(DAY), now.plus(life)));
    }

    private List<Integer> days(Provider provider) {
        return published.events(provider.place.companyId, "certificate-expiring").stream()
                .map(event -> event.get("days").asInt())
                .toList();
    }
}
