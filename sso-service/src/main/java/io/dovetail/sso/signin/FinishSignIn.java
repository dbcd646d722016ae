package io.dovetail.sso.signin;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.Secrets;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.connection.UsableConnection;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.copies.Users;
import io.dovetail.sso.events.BindTickets;
import io.dovetail.sso.events.SignInAccepted;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import io.dovetail.sso.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends a sign-in in the browser that began it: request spent, record and event written and ticket made in one
 * transaction.
 */
@ApplicationScoped
class FinishSignIn {
    private final Companies companies;
    private final Users users;
    private final Connections connections;
    private final Verifications verifications;
    private final BindTickets bindTickets;
    private final SignIns signIns;
    private final SignInTickets signInTickets;
    private final Outbox outbox;
    private final Clock clock;

    FinishSignIn(
            Companies companies,
            Users users,
            Connections connections,
            Verifications verifications,
            BindTickets bindTickets,
            SignIns signIns,
            SignInTickets signInTickets,
            Outbox outbox,
            Clock clock) {
        this.companies = companies;
        this.users = users;
        this.connections = connections;
        this.verifications = verifications;
        this.bindTickets = bindTickets;
        this.signIns = signIns;
        this.signInTickets = signInTickets;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Command(UUID companyId, String handle, String browserHash) {}

    /** Where the browser goes now. */
    sealed interface Outcome {
        record ToApp(String ticket, Optional<String> returnTo) implements Outcome {}

        record ToBinding(String ticket) implements Outcome {}

        record ToVerification(UUID id) implements Outcome {}

        record Refused(String wordCode, Optional<UUID> verification) implements Outcome {}
    }

    @Transactional
    Outcome handle(Command command) {
        companies.requireToStay(command.companyId());
        var handleHash = Secrets.sha256(command.handle());
        var answered = signIns.findAnswer(command.companyId(), handleHash)
                .filter(found -> found.answer().isUsableAt(clock.instant()));
        if (answered.isEmpty()) {
            companies.requireKnown(command.companyId());
            return refuse(
                    command, Optional.empty(), Reason.REQUEST_SPENT, "a fresh answer", "one that ended or was used");
        }
        var answer = answered.get().answer();
        var pending = answered.get().pending();
        if (pending.isEmpty() && answer.requestId().isPresent()) {
            return refuse(command, pending, Reason.REQUEST_UNKNOWN, "a request of ours", "one that was forgotten");
        }
        if (pending.isPresent() && !pending.get().isOf(command.browserHash())) {
            return refuse(command, pending, Reason.OTHER_BROWSER, "the browser that started", "another");
        }
        pending.flatMap(PendingSignIn::binding)
                .ifPresent(errand -> users.requireToStay(command.companyId(), errand.userId()));
        var isFirst = signIns.take(answer);
        if (!isFirst) {
            return refuse(command, pending, Reason.REQUEST_SPENT, "an open request", "a spent one");
        }
        if (pending.flatMap(PendingSignIn::verificationId).isPresent()) {
            return verify(command, answer, pending.get());
        }
        if (!companies.maySignIn(command.companyId())) {
            return refuse(
                    command,
                    pending,
                    Reason.SINGLE_SIGN_ON_OFF,
                    "a company that may use single sign-on",
                    "one that is suspended or not entitled");
        }
        if (pending.flatMap(PendingSignIn::binding).isPresent()) {
            return bind(command, answer, pending.get());
        }
        return signIn(command, answer, pending);
    }

    private Outcome verify(Command command, AcceptedAnswer answer, PendingSignIn pending) {
        var record = SignInRecord.accepted(command.companyId(), Purpose.VERIFY, answer, clock.instant());
        signIns.addRecord(record);
        var verification = pending.verificationId().orElseThrow();
        verifications.pass(command.companyId(), verification, answer.person(), answer.warnings(), record.id());
        return new Outcome.ToVerification(verification);
    }

    /** The event and the ticket say the same; binding-service binds by whichever comes first. */
    private Outcome bind(Command command, AcceptedAnswer answer, PendingSignIn pending) {
        var errand = pending.binding().orElseThrow();
        var found = connections
                .findToBind(command.companyId(), errand.source())
                .filter(bindable -> bindable.connection().version() == answer.version());
        if (found.isEmpty()) {
            return refuseReplaced(command, Optional.of(pending));
        }
        var record = SignInRecord.accepted(command.companyId(), Purpose.BIND, answer, clock.instant());
        signIns.addRecord(record);
        var accepted = new SignInAccepted(
                command.companyId(),
                record.id(),
                Purpose.BIND.name(),
                errand.source(),
                answer.samlId(),
                answer.firstName(),
                answer.lastName(),
                errand.userId(),
                found.get().connection().revision(),
                errand.linkId(),
                found.get().beforeEnable(),
                answer.email().orElse(null));
        publish(accepted, Actor.user(errand.userId()), record);
        return new Outcome.ToBinding(
                bindTickets.seal(accepted, Optional.of(command.browserHash()), answer.sessionEndsAt()));
    }

    private Outcome signIn(Command command, AcceptedAnswer answer, Optional<PendingSignIn> pending) {
        var current = connections
                .findCurrent(command.companyId())
                .filter(connection -> connection.state() != SingleSignOn.OFF)
                .filter(connection -> connection.version() == answer.version());
        if (current.isEmpty()) {
            return refuseReplaced(command, pending);
        }
        var record = SignInRecord.accepted(command.companyId(), Purpose.SIGN_IN, answer, clock.instant());
        signIns.addRecord(record);
        publish(accepted(answer, record, current.get()), Actor.anonymous(), record);
        return new Outcome.ToApp(
                signInTickets.seal(current.get(), answer, record, command.browserHash()),
                pending.flatMap(PendingSignIn::returnTo).or(answer::returnTo));
    }

    private static SignInAccepted accepted(AcceptedAnswer answer, SignInRecord record, UsableConnection connection) {
        return new SignInAccepted(
                connection.companyId(),
                record.id(),
                Purpose.SIGN_IN.name(),
                connection.source(),
                answer.samlId(),
                answer.firstName(),
                answer.lastName(),
                null,
                connection.revision(),
                null,
                false,
                answer.email().orElse(null));
    }

    private void publish(SignInAccepted accepted, Actor actor, SignInRecord record) {
        outbox.append(Event.of(
                "dovetail.sso",
                "sign-in-accepted",
                accepted.key(),
                accepted.companyId(),
                actor,
                record.at(),
                accepted));
    }

    private Outcome refuseReplaced(Command command, Optional<PendingSignIn> pending) {
        return refuse(
                command, pending, Reason.SINGLE_SIGN_ON_OFF, "the version that counts now", "one that was replaced");
    }

    private Outcome refuse(
            Command command, Optional<PendingSignIn> pending, Reason reason, String expected, String received) {
        var refusal = new Refusal(reason, expected, received, Optional.empty());
        var record = signIns.refuse(command.companyId(), pending, Optional.empty(), refusal);
        return new Outcome.Refused(record.wordCode(), pending.flatMap(PendingSignIn::verificationId));
    }
}
