package io.dovetail.sso.verification;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.events.SignInAccepted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Links the administrator's own account to the identity that came back in their verification.
 *
 * <p>The ticket travels through the browser, the event through Kafka; binding-service binds by whichever comes first.
 */
@ApplicationScoped
class LinkMyAccount {
    private static final Pair TO_BINDING_SERVICE = new Pair("sso-service", "binding-service");
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Connections connections;
    private final Verifications verifications;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Clock clock;

    LinkMyAccount(Connections connections, Verifications verifications, Tickets tickets, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.verifications = verifications;
        this.tickets = tickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the ticket for binding-service holds. */
    record BindClaims(
            UUID companyId,
            UUID userId,
            UUID source,
            String samlId,
            String firstName,
            String lastName,
            UUID signInId) {}

    @Transactional
    String handle(UUID companyId, UUID verificationId, UUID administratorId) {
        var verification = verifications
                .find(companyId, verificationId)
                .orElseThrow(() -> CommonProblems.notFound().exception());
        if (!verification.startedBy().equals(administratorId)) {
            throw VerificationProblems.notYours().exception();
        }
        var now = clock.instant();
        var person = verification.person();
        var signInId = verification.signInId();
        var connection = connections.findVersion(companyId, verification.version());
        if (!verification.countsAt(now) || person.isEmpty() || signInId.isEmpty() || connection.isEmpty()) {
            throw VerificationProblems.notPassed().exception();
        }
        var accepted = new SignInAccepted(
                companyId,
                signInId.get(),
                "BIND",
                connection.get().source(),
                person.get().samlId(),
                person.get().firstName(),
                person.get().lastName(),
                administratorId,
                connection.get().revision());
        outbox.append(Event.of(
                "dovetail.sso",
                "sign-in-accepted",
                accepted.key(),
                companyId,
                Actor.user(administratorId),
                now,
                accepted));
        var claims = new BindClaims(
                companyId,
                administratorId,
                accepted.source(),
                accepted.samlId(),
                accepted.firstName(),
                accepted.lastName(),
                accepted.signInId());
        return tickets.seal(TO_BINDING_SERVICE, "bind", claims, LIFE);
    }
}
