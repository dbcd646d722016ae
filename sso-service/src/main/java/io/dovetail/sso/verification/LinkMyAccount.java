package io.dovetail.sso.verification;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.sso.audit.Act;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.copies.Users;
import io.dovetail.sso.events.BindTickets;
import io.dovetail.sso.events.SignInAccepted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Links the administrator's own account to the identity that came back in their verification.
 *
 * <p>The ticket travels through the browser, the event through Kafka; binding-service binds by whichever comes first.
 */
@ApplicationScoped
class LinkMyAccount {
    private final Users users;
    private final Connections connections;
    private final Verifications verifications;
    private final BindTickets bindTickets;
    private final Outbox outbox;
    private final TellOfActs tellOfActs;
    private final Clock clock;

    LinkMyAccount(
            Users users,
            Connections connections,
            Verifications verifications,
            BindTickets bindTickets,
            Outbox outbox,
            TellOfActs tellOfActs,
            Clock clock) {
        this.users = users;
        this.connections = connections;
        this.verifications = verifications;
        this.bindTickets = bindTickets;
        this.outbox = outbox;
        this.tellOfActs = tellOfActs;
        this.clock = clock;
    }

    /** @param browserHash of the browser that asks, which must be the one that signed in (security.md F7) */
    record Command(UUID companyId, UUID verificationId, Actor administrator, Optional<String> browserHash) {}

    @Transactional
    String handle(Command command) {
        var companyId = command.companyId();
        var administratorId = command.administrator().userId();
        users.requireToStay(companyId, administratorId);
        var verification = verifications
                .find(companyId, command.verificationId())
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
        if (command.browserHash().filter(verification::isOf).isEmpty()) {
            throw VerificationProblems.otherBrowser().exception();
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
                connection.get().revision(),
                null,
                !connections.countsAtSignIns(connection.get()),
                person.get().email());
        outbox.append(Event.of(
                "dovetail.sso", "sign-in-accepted", accepted.key(), companyId, command.administrator(), now, accepted));
        tellOfActs.handle(
                new TellOfActs.Command(companyId, command.administrator(), Act.ACCOUNT_LINKED, administratorId));
        return bindTickets.seal(accepted, Optional.empty(), Optional.empty());
    }
}
