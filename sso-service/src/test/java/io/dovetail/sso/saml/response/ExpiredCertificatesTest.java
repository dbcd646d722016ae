package io.dovetail.sso.saml.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A certificate past its end: its key is trusted all the same, unless the connection says otherwise (B11). */
class ExpiredCertificatesTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Scene scene = new Scene();

    @Test
    void refusesAKeyWhoseCertificateHasEndedWhereTheConnectionSaysSo() {
        var ended = until(Scene.NOW.minusSeconds(1));

        var verdict = scene.check(
                ResponseFactory.base64(scene.honest(), ended), scene.trustingUntilTheyEnd(ended.certificate()));

        assertEquals(
                Reason.CERTIFICATE_EXPIRED,
                assertInstanceOf(Refusal.class, verdict).reason());
    }

    @Test
    void acceptsTheSameKeyToTheCertificatesVeryEnd() {
        var ending = until(Scene.NOW);

        var verdict = scene.check(
                ResponseFactory.base64(scene.honest(), ending), scene.trustingUntilTheyEnd(ending.certificate()));

        assertInstanceOf(VerifiedAssertion.class, verdict);
    }

    @Test
    void acceptsAKeyThatARenewedCertificateSpeaksFor() {
        var ended = until(Scene.NOW.minusSeconds(1));
        var renewed = until(Scene.NOW.plus(Duration.ofDays(1)));

        var verdict = scene.check(
                ResponseFactory.base64(scene.honest(), ended),
                scene.trustingUntilTheyEnd(ended.certificate(), renewed.certificate()));

        assertEquals(
                Set.of(), assertInstanceOf(VerifiedAssertion.class, verdict).warnings());
    }

    @Test
    void namesAnUntrustedKeyBeforeAnEndedCertificate() {
        var ended = until(Scene.NOW.minusSeconds(1));

        var verdict = scene.check(
                ResponseFactory.base64(scene.honest(), IdpKeys.rsa2048()),
                scene.trustingUntilTheyEnd(ended.certificate()));

        assertEquals(
                Reason.SIGNATURE_INVALID,
                assertInstanceOf(Refusal.class, verdict).reason());
    }

    private static IdpKeys until(Instant end) {
        return Scene.KEYS.withCertificateLife(LONG_AGO, end);
    }
}
