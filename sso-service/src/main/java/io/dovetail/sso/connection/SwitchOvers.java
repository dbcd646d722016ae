package io.dovetail.sso.connection;

import io.dovetail.kit.audit.TellOfActs;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.audit.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Turns single sign-on on and off, one company's row locked at a time: of two at once, the second finds it done. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SwitchOvers {
    private static final String TOPIC = "dovetail.sso";

    private final EntityManager database;
    private final Connections connections;
    private final Outbox outbox;
    private final TellOfActs tellOfActs;
    private final Clock clock;

    SwitchOvers(EntityManager database, Connections connections, Outbox outbox, TellOfActs tellOfActs, Clock clock) {
        this.database = database;
        this.connections = connections;
        this.outbox = outbox;
        this.tellOfActs = tellOfActs;
        this.clock = clock;
    }

    /**
     * Starts the trial with the version that the caller found ready.
     *
     * @throws io.dovetail.kit.problem.ProblemException already-enabled, or not-ready if another was saved meanwhile
     */
    public void enable(UUID companyId, int version, TrialTime trial, Actor administrator, UUID sessionId) {
        var connection = connections.lock(companyId);
        if (connection.state() != SingleSignOn.OFF) {
            throw ConnectionProblems.alreadyEnabled().exception();
        }
        var verified = requireStillNext(connection, version);
        var now = clock.instant();
        outbox.append(connection.enable(verified, trial, administrator, now));
        tell(
                companyId,
                "connection-enabled",
                administrator,
                now,
                new ConnectionEnabled(companyId, version, administrator.userId(), sessionId));
        tellOfActs.handle(new TellOfActs.Command(companyId, administrator, Act.SINGLE_SIGN_ON_ENABLED, version));
    }

    /**
     * Makes the draft that the caller found ready the current version.
     *
     * @throws io.dovetail.kit.problem.ProblemException not-enabled, nothing-to-apply, or not-ready if another was saved
     *     meanwhile
     */
    public void apply(UUID companyId, int version, Actor administrator) {
        var connection = connections.lock(companyId);
        if (connection.state() == SingleSignOn.OFF) {
            throw ConnectionProblems.notEnabled().exception();
        }
        if (connection.draftVersion().isEmpty()) {
            throw ConnectionProblems.nothingToApply().exception();
        }
        var verified = requireStillNext(connection, version);
        var now = clock.instant();
        outbox.append(connection.apply(verified, administrator, now));
        tell(
                companyId,
                "connection-applied",
                administrator,
                now,
                new ConnectionApplied(companyId, version, administrator.userId()));
        tellOfActs.handle(new TellOfActs.Command(companyId, administrator, Act.DRAFT_APPLIED, version));
    }

    /**
     * Off, whatever was before; off already changes nothing.
     *
     * @return whether this undid a trial that nobody had signed in through
     */
    public boolean disable(UUID companyId, Actor administrator) {
        var connection = connections.lock(companyId);
        if (connection.state() == SingleSignOn.OFF) {
            return false;
        }
        var undone = connection.isOnTrial();
        var now = clock.instant();
        var version = connection.requireCurrentVersion();
        var disabled = new ConnectionDisabled(companyId, version, administrator.userId(), undone);
        outbox.append(connection.disable(connections.current(connection), administrator, now));
        tell(companyId, "connection-disabled", administrator, now, disabled);
        tellOfActs.handle(new TellOfActs.Command(companyId, administrator, Act.SINGLE_SIGN_ON_DISABLED, version));
        return undone;
    }

    /** Off by the operator; nobody is told but by the state itself. */
    public void withdraw(UUID companyId) {
        if (connections
                .find(companyId)
                .filter(connection -> connection.state() != SingleSignOn.OFF)
                .isEmpty()) {
            return;
        }
        var connection = connections.lock(companyId);
        if (connection.state() != SingleSignOn.OFF) {
            outbox.append(connection.disable(connections.current(connection), Actor.operator(), clock.instant()));
        }
    }

    /** Off again if the trial's time is over and nobody signed in through it. */
    public void rollBack(UUID companyId) {
        var connection = connections.lock(companyId);
        var now = clock.instant();
        if (!connection.isTrialOverAt(now)) {
            return;
        }
        var rolledBack = new ConnectionRolledBack(companyId, connection.requireCurrentVersion());
        outbox.append(connection.disable(connections.current(connection), Actor.system(), now));
        tell(companyId, "connection-rolled-back", Actor.system(), now, rolledBack);
    }

    /** The first session through SSO ends the trial; every later one finds it ended. */
    public void endTrial(UUID companyId, Instant signedInAt) {
        if (connections.find(companyId).filter(Connection::isOnTrial).isEmpty()) {
            return;
        }
        var connection = connections.lock(companyId);
        connection
                .endTrial(connections.current(connection), signedInAt, clock.instant())
                .ifPresent(outbox::append);
    }

    /** Whose trials are over, at most {@code size}. */
    public List<UUID> overdueTrials(int size) {
        List<?> found = database.createNativeQuery(
                        "select company_id from connection where state = 'ON_TRIAL' and trial_ends_at <= ?"
                                + " order by trial_ends_at",
                        UUID.class)
                .setParameter(1, Timestamp.from(clock.instant()))
                .setMaxResults(size)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    private ConnectionVersion requireStillNext(Connection connection, int version) {
        return connection
                .candidate()
                .filter(next -> next == version)
                .flatMap(next -> connections.findStored(connection.companyId(), next))
                .orElseThrow(() -> ConnectionProblems.notReady(
                                List.of("Another configuration was saved meanwhile; verify it by a real sign-in."))
                        .exception());
    }

    private void tell(UUID companyId, String name, Actor actor, Instant now, Object deed) {
        outbox.append(Event.of(TOPIC, name, companyId.toString(), companyId, actor, now, deed));
    }
}
