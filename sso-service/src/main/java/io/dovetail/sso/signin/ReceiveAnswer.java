package io.dovetail.sso.signin;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.connection.IdpInitiated;
import io.dovetail.sso.connection.SingleSignOn;
import io.dovetail.sso.connection.UsableConnection;
import io.dovetail.sso.copies.Companies;
import io.dovetail.sso.refresh.RefreshForUnknownKey;
import io.dovetail.sso.saml.response.ConnectionTrust;
import io.dovetail.sso.saml.response.Reason;
import io.dovetail.sso.saml.response.Refusal;
import io.dovetail.sso.saml.response.SamlResponseCheck;
import io.dovetail.sso.saml.response.Verdict;
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
    private final ReturnPath returnPath;
    private final SamlResponseCheck check;
    private final Clock clock;

    ReceiveAnswer(
            Companies companies,
            Connections connections,
            SignIns signIns,
            RefreshForUnknownKey refreshForUnknownKey,
            ReturnPath returnPath,
            SamlResponseCheck check,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.signIns = signIns;
        this.refreshForUnknownKey = refreshForUnknownKey;
        this.returnPath = returnPath;
        this.check = check;
        this.clock = clock;
    }

    /**
     * An answer as it came.
     *
     * @param relayState believed for nothing but attribution, and where to go after what nobody asked for
     */
    record Command(UUID companyId, String samlResponse, String relayState) {}

    /** Where the browser goes now. */
    sealed interface Outcome {
        record Finish(String handle) implements Outcome {}

        /** Nothing of the answer is believed: a sign-in of our own begins. */
        record Restart(Optional<String> returnTo) implements Outcome {}

        record Refused(String wordCode, Optional<UUID> verification) implements Outcome {}
    }

    /** What the answer is held against; read before, since it is checked outside of any transaction. */
    private record Known(
            Optional<PendingSignIn> hinted, Optional<UsableConnection> connection, Optional<ConnectionTrust> trust) {}

    /** An answer under an unknown key is looked at twice: the provider may have begun to use a new one. */
    Outcome handle(Command command) {
        var known = read(command);
        var verdict = check(command, known);
        if (isUpToRefresh(command, known, verdict)) {
            refreshForUnknownKey.handle(
                    command.companyId(), known.connection().orElseThrow().version());
            known = read(command);
            verdict = check(command, known);
        }
        return write(command, known.connection(), verdict);
    }

    /**
     * In no transaction: each statement gives its connection back, and none of them has to be of one moment. A second
     * time the keys alone are read anew.
     */
    private Known read(Command command) {
        var hinted = signIns.findPending(command.companyId(), command.relayState());
        var connection = hinted.flatMap(pending -> connections.findVersion(command.companyId(), pending.version()))
                .or(() -> connections.findCurrent(command.companyId()));
        if (connection.isEmpty()) {
            companies.requireKnown(command.companyId());
        }
        return new Known(hinted, connection, connection.map(connections::trust));
    }

    /**
     * Holds no connection to the database, but while it reads our own keys for an encrypted assertion: whoever sends
     * large and hostile answers keeps none from others.
     */
    private Verdict check(Command command, Known known) {
        return known.trust()
                .map(trust -> check.check(command.samlResponse(), trust, clock.instant()))
                .orElseGet(() -> new Refusal(Reason.SINGLE_SIGN_ON_OFF, "a connection", "none", Optional.empty()));
    }

    private boolean isUpToRefresh(Command command, Known known, Verdict verdict) {
        return verdict instanceof Refusal refusal
                && refusal.reason() == Reason.SIGNATURE_INVALID
                && known.hinted().filter(this::isOpen).isPresent()
                && QuarkusTransaction.requiringNew()
                        .call(() -> refreshForUnknownKey.isUpTo(
                                command.companyId(),
                                known.connection().orElseThrow().version()));
    }

    private boolean isOpen(PendingSignIn pending) {
        return !pending.isSpent() && !pending.isOverAt(clock.instant());
    }

    /** The requests are read anew: one may have been spent, or forgotten, while its answer was checked. */
    private Outcome write(Command command, Optional<UsableConnection> connection, Verdict verdict) {
        return QuarkusTransaction.requiringNew().call(() -> {
            companies.requireToStay(command.companyId());
            var hinted = signIns.findPending(command.companyId(), command.relayState());
            return verdict instanceof VerifiedAssertion assertion
                    ? accept(command, hinted, connection.orElseThrow(), assertion)
                    : refuse(command, hinted, connection, (Refusal) verdict);
        });
    }

    private Outcome accept(
            Command command, Optional<PendingSignIn> hinted, UsableConnection connection, VerifiedAssertion assertion) {
        if (assertion.inResponseTo().isEmpty()) {
            return unsolicited(command, hinted, connection, assertion, returnPath.ofRelayState(command.relayState()));
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
            return unsolicited(
                    command, pending, connection, assertion, pending.get().returnTo());
        }
        return keep(command, pending, connection, assertion, Optional.empty());
    }

    /**
     * Without a request, or too late for it (security.md F7). A provider that brings back the RelayState of a request
     * that was sent for this very reason, and still names none, would go round for ever. Neither a verification nor a
     * binding is started by the provider, and a late answer to one is no sign-in.
     */
    private Outcome unsolicited(
            Command command,
            Optional<PendingSignIn> pending,
            UsableConnection connection,
            VerifiedAssertion assertion,
            Optional<String> returnTo) {
        var isAboutASignIn = pending.filter(late -> late.purpose() != Purpose.SIGN_IN
                        && assertion.inResponseTo().isPresent())
                .isEmpty();
        var isCurrentAndOn = connections
                .findCurrent(command.companyId())
                .filter(current -> current.version() == connection.version() && current.state() != SingleSignOn.OFF)
                .isPresent();
        if (isAboutASignIn && isCurrentAndOn && connection.idpInitiated() == IdpInitiated.RESTART) {
            return pending.filter(asked -> asked.isRestart() && isOpen(asked)).isPresent()
                    ? refuse(
                            command,
                            pending,
                            Optional.of(connection),
                            Reason.PROVIDER_IGNORES_REQUESTS,
                            "an answer that names the request",
                            "one that names none")
                    : new Outcome.Restart(returnTo);
        }
        if (isAboutASignIn && isCurrentAndOn && connection.idpInitiated() == IdpInitiated.ACCEPT) {
            return keep(command, Optional.empty(), connection, assertion, returnTo);
        }
        return refuse(
                command,
                pending,
                Optional.of(connection),
                Reason.UNSOLICITED,
                "an answer to a request of ours",
                assertion.inResponseTo().isEmpty() ? "none" : "one that came too late");
    }

    private Outcome keep(
            Command command,
            Optional<PendingSignIn> pending,
            UsableConnection connection,
            VerifiedAssertion assertion,
            Optional<String> returnTo) {
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
                returnTo,
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
