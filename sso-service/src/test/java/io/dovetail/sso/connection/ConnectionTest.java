package io.dovetail.sso.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.saml.response.ExpiredCertificates;
import io.dovetail.sso.saml.response.RequiredSignature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The moves of a company's single sign-on, and what each tells the other services. */
class ConnectionTest {
    private static final UUID COMPANY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-01-12T09:30:00Z");
    private static final Actor ADA = Actor.user(UUID.randomUUID());

    private final Connection connection = new Connection(COMPANY);
    private final ConnectionVersion version = version(connection.saveDraft());

    @Test
    void isReadyForLinksFromTheVerificationToEnable() {
        var verified = connection.verified(version, Optional.empty(), ADA, NOW);
        var enabled = connection.enable(version, TrialTime.ONE_DAY, ADA, NOW);

        assertEquals(version.source(), told(verified.orElseThrow()).readySource());
        assertNull(told(enabled).readySource());
    }

    @Test
    void isReadyNoLongerWhenANewDraftIsSaved() {
        connection.verified(version, Optional.empty(), ADA, NOW);

        connection.saveDraft();
        var saved = connection.unready(Optional.empty(), ADA, NOW);

        assertNull(told(saved.orElseThrow()).readySource());
        assertTrue(connection.unready(Optional.empty(), ADA, NOW).isEmpty());
    }

    @Test
    void isNotReadyByAVerificationOfAnOlderDraft() {
        connection.saveDraft();

        assertTrue(connection.verified(version, Optional.empty(), ADA, NOW).isEmpty());
    }

    @Test
    void settlesTheSwitchOverWithTheFirstSessionOfTheTrial() {
        var enabled = told(connection.enable(version, TrialTime.ONE_DAY, ADA, NOW));

        var first = connection.endTrial(Optional.of(version), NOW.plusSeconds(5), NOW.plusSeconds(6));
        var second = connection.endTrial(Optional.of(version), NOW.plusSeconds(7), NOW.plusSeconds(8));

        assertEquals(List.of(1L, 0L), List.of(enabled.switchOver(), enabled.settledSwitchOver()));
        assertEquals(1, told(first.orElseThrow()).settledSwitchOver());
        assertEquals(SingleSignOn.ON, connection.state());
        assertTrue(second.isEmpty());
    }

    @Test
    void aSessionOfASignInBeforeTheTrialDoesNotEndIt() {
        connection.enable(version, TrialTime.ONE_DAY, ADA, NOW);

        var ended = connection.endTrial(Optional.of(version), NOW.minusSeconds(1), NOW.plusSeconds(1));

        assertTrue(ended.isEmpty());
        assertEquals(SingleSignOn.ON_TRIAL, connection.state());
    }

    @Test
    void isReadyForLinksAsBeforeEnableOnceTheTrialIsUndone() {
        connection.enable(version, TrialTime.ONE_DAY, ADA, NOW);

        var undone = told(connection.disable(Optional.of(version), ADA, NOW.plusSeconds(1)));

        assertEquals(version.source(), undone.readySource());
        assertEquals(List.of(2L, 0L), List.of(undone.switchOver(), undone.settledSwitchOver()));
    }

    @Test
    void keepsTheSettledSwitchOverWhenASettledEnableIsDisabled() {
        connection.enable(version, TrialTime.ONE_DAY, ADA, NOW);
        connection.endTrial(Optional.of(version), NOW, NOW);

        var disabled = told(connection.disable(Optional.of(version), ADA, NOW.plusSeconds(1)));

        assertNull(disabled.readySource());
        assertEquals(List.of(2L, 1L), List.of(disabled.switchOver(), disabled.settledSwitchOver()));
    }

    @Test
    void aTrialIsOverWhenItsTimeIsAndNeverOnceItWasProved() {
        connection.enable(version, TrialTime.ONE_HOUR, ADA, NOW);
        var end = NOW.plus(Duration.ofHours(1));

        assertFalse(connection.isTrialOverAt(end.minusMillis(1)));
        assertTrue(connection.isTrialOverAt(end));
        connection.endTrial(Optional.of(version), NOW, NOW);
        assertFalse(connection.isTrialOverAt(end));
    }

    @Test
    void countsNoSwitchOverWhenADraftIsApplied() {
        var enabled = told(connection.enable(version, TrialTime.ONE_DAY, ADA, NOW));
        var next = version(connection.saveDraft());

        var applied = told(connection.apply(next, ADA, NOW));

        assertEquals(enabled.switchOver(), applied.switchOver());
        assertEquals(next.source(), applied.source());
        assertEquals(SingleSignOn.ON_TRIAL, applied.state());
    }

    private static ConnectionChanged told(Event event) {
        return (ConnectionChanged) event.data();
    }

    private static ConnectionVersion version(int number) {
        var draft = new Draft(
                Provider.NONE,
                null,
                "<xml/>",
                null,
                AttributeNames.DEFAULT,
                180,
                IdpInitiated.RESTART,
                RequiredSignature.EITHER,
                ExpiredCertificates.ACCEPT,
                null,
                false,
                false,
                false);
        var metadata = new IdpMetadata(
                COMPANY.toString(),
                Optional.of(URI.create("https://idp.example.org/sso")),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.<Duration>empty(),
                false,
                "<xml/>");
        var key = new ConnectionVersion.Key(COMPANY, number);
        return new ConnectionVersion(key, draft, metadata, UUID.randomUUID(), UUID.randomUUID(), NOW);
    }
}
