package io.dovetail.sso.signin;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.IdpInitiated;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.connection.UsableConnection;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.refresh.RefreshForUnknownKey;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import io.dovetail.sso.saml.response.SamlResponseCheck;
import io.dovetail.sso.saml.response.VerifiedAssertion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the provider's answer at the ACS, without looking at any cookie, and keeps what it says under a random handle.
 *
 * <p>What was spent here is the assertion alone; the request is spent when its browser has shown up.
 */
@ApplicationScoped
class ReceiveAnswer {
    private final Companies companies;
    private final Connections connections;
    private final SignIns signIns;
    private final RefreshForUnknownKey refreshForUnknownKey;
    private final SamlResponseCheck check;
    private final Clock clock;

    ReceiveAnswer(
            Companies companies,
            Connections connections,
            SignIns signIns,
            RefreshForUnknownKey refreshForUnknownKey,
            SamlResponseCheck check,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.signIns = signIns;
        this.refreshForUnknownKey = refreshForUnknownKey;
        this.check = check;
        this.clock = clock;
    }

    /** @param samlResponse as it came; @param relayState as it came, believed for nothing but attribution */
    record Command(UUID companyId, String samlResponse, String relayState) {}

    /** Where the browser goes now. */
    sealed interface Outcome {
        record Finish(String handle) implements Outcome {}

        /** Nothing of the answer is believed: a sign-in of our own begins. */
        record Restart() implements Outcome {}

        record Refused(String wordCode, Optional<UUID> verification) implements Outcome {}

        /** Nowhere yet: the metadata are read again first. Never answered to the browser. */
        record KeyUnknown(int version) implements Outcome {}
    }

    /** An answer under an unknown key is looked at twice: the provider may have begun to use a new one. */
    Outcome handle(Command command) {
        var first = QuarkusTransaction.requiringNew().call(() -> look(command, true));
        if (first instanceof Outcome.KeyUnknown unknown) {
            refreshForUnknownKey.handle(command.companyId(), unknown.version());
            return QuarkusTransaction.requiringNew().call(() -> look(command, false));
        }
        return first;
    }

    private Outcome look(Command command, boolean mayRefresh) {
        var hinted = signIns.findPending(command.companyId(), command.relayState());
        var connection = hinted.flatMap(pending -> connections.findVersion(command.companyId(), pending.version()))
                .or(() -> connections.findCurrent(command.companyId()));
        if (connection.isEmpty()) {
            companies.requireKnown(command.companyId());
            return refuse(command, hinted, connection, Reason.SINGLE_SIGN_ON_OFF, "a connection", "none");
        }
        var verdict = check.check(command.samlResponse(), connection.get().trust(), clock.instant());
        if (verdict instanceof VerifiedAssertion assertion) {
            return accept(command, hinted, connection.get(), assertion);
        }
        var refusal = (Refusal) verdict;
        if (mayRefresh && isOfPending(hinted) && isUpToRefresh(connection.get(), refusal)) {
            return new Outcome.KeyUnknown(connection.get().version());
        }
        return refuse(command, hinted, connection, refusal);
    }

    private boolean isOfPending(Optional<PendingSignIn> hinted) {
        return hinted.filter(pending -> !pending.isSpent() && !pending.isOverAt(clock.instant()))
                .isPresent();
    }

    private boolean isUpToRefresh(UsableConnection connection, Refusal refusal) {
        return refusal.reason() == Reason.SIGNATURE_INVALID
                && refreshForUnknownKey.isUpTo(connection.companyId(), connection.version());
    }

    private Outcome accept(
            Command command, Optional<PendingSignIn> hinted, UsableConnection connection, VerifiedAssertion assertion) {
        if (assertion.inResponseTo().isEmpty()) {
            return unsolicited(command, hinted, connection, assertion);
        }
        var pending = signIns.findPending(
                command.companyId(), assertion.inResponseTo().get());
        if (pending.isEmpty() || pending.get().version() != connection.version()) {
            return refuse(
                    command, hinted, Optional.of(connection), Reason.REQUEST_UNKNOWN, "a request of ours", "another");
        }
        if (pending.get().isSpent()) {
            return refuse(
                    command, pending, Optional.of(connection), Reason.REQUEST_SPENT, "an open request", "a spent one");
        }
        if (pending.get().isOverAt(clock.instant())) {
            return unsolicited(command, pending, connection, assertion);
        }
        return keep(command, pending, connection, assertion);
    }

    /** Without a request, or too late for it (security.md F7). A verification is never started by the provider. */
    private Outcome unsolicited(
            Command command, Optional<PendingSignIn> hinted, UsableConnection connection, VerifiedAssertion assertion) {
        var isCurrentAndOn = connections
                .findCurrent(command.companyId())
                .filter(current -> current.version() == connection.version() && current.state() != SingleSignOn.OFF)
                .isPresent();
        if (isCurrentAndOn && connection.idpInitiated() == IdpInitiated.RESTART) {
            return new Outcome.Restart();
        }
        if (isCurrentAndOn && connection.idpInitiated() == IdpInitiated.ACCEPT) {
            return keep(command, Optional.empty(), connection, assertion);
        }
        return refuse(
                command, hinted, Optional.of(connection), Reason.UNSOLICITED, "an answer to a request of ours", "none");
    }

    private Outcome keep(
            Command command,
            Optional<PendingSignIn> pending,
            UsableConnection connection,
            VerifiedAssertion assertion) {
        companies.requireToStay(command.companyId());
        if (!signIns.useAssertion(command.companyId(), assertion.assertionId(), assertion.usableUntil())) {
            return refuse(
                    command,
                    pending,
                    Optional.of(connection),
                    Reason.ASSERTION_REPLAYED,
                    "a new assertion",
                    assertion.assertionId());
        }
        var handle = Secrets.newToken();
        signIns.add(new AcceptedAnswer(
                Secrets.sha256(handle),
                pending.map(PendingSignIn::requestId),
                command.companyId(),
                connection.version(),
                assertion,
                clock.instant()));
        return new Outcome.Finish(handle);
    }

    private Outcome refuse(
            Command command,
            Optional<PendingSignIn> pending,
            Optional<UsableConnection> connection,
            Reason reason,
            String expected,
            String received) {
        return refuse(command, pending, connection, new Refusal(reason, expected, received, Optional.empty()));
    }

    private Outcome refuse(
            Command command, Optional<PendingSignIn> pending, Optional<UsableConnection> connection, Refusal refusal) {
        var record = signIns.refuse(command.companyId(), pending, connection.map(UsableConnection::version), refusal);
        return new Outcome.Refused(record.wordCode(), pending.flatMap(PendingSignIn::verificationId));
    }
}
