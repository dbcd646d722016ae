package io.dovetail.sso.verification;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.saml.response.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The verifications: what a sign-in reports to, and what Enable asks. */
@ApplicationScoped
public class Verifications {
    private final EntityManager database;
    private final Connections connections;
    private final Outbox outbox;
    private final Clock clock;

    Verifications(EntityManager database, Connections connections, Outbox outbox, Clock clock) {
        this.database = database;
        this.connections = connections;
        this.outbox = outbox;
        this.clock = clock;
    }

    void add(Verification verification) {
        database.persist(verification);
    }

    Optional<Verification> find(UUID companyId, UUID id) {
        return Optional.ofNullable(database.find(Verification.class, id))
                .filter(verification -> verification.companyId().equals(companyId));
    }

    /** Which version a sign-in of this verification tests. */
    public Optional<Integer> findVersion(UUID companyId, UUID id) {
        return find(companyId, id).map(Verification::version);
    }

    /** Whether this browser may sign in for it: the first that opens it, within ten minutes, until it has passed. */
    public boolean open(UUID companyId, UUID id, String browserHash) {
        return lock(companyId, id)
                .map(verification -> verification.open(browserHash, clock.instant()))
                .orElse(false);
    }

    /** An accepted answer, finished by the browser that started; who has passed is not replaced by who comes later. */
    public void pass(UUID companyId, UUID id, Person person, String warnings, UUID signInId) {
        var open = lock(companyId, id).filter(verification -> verification.status() != Verification.Status.PASSED);
        open.ifPresent(verification -> {
            var now = clock.instant();
            verification.pass(person, warnings, signInId, now);
            var administrator = verification.startedBy();
            connections.verified(companyId, verification.version(), Actor.user(administrator));
            outbox.append(Event.of(
                    "dovetail.sso",
                    "connection-verified",
                    companyId.toString(),
                    companyId,
                    Actor.user(administrator),
                    now,
                    new ConnectionVerified(companyId, id, verification.version(), administrator)));
        });
    }

    public void fail(UUID companyId, UUID id, Refusal refusal) {
        lock(companyId, id).ifPresent(verification -> verification.fail(refusal, clock.instant()));
    }

    /** For a change: of several at once, each sees what the one before it has made of it. */
    private Optional<Verification> lock(UUID companyId, UUID id) {
        var found = find(companyId, id);
        found.ifPresent(verification -> database.refresh(verification, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Whom the newest real sign-in that passed this version within the last 24 hours brought back. */
    public Optional<String> findSamlId(UUID companyId, int version) {
        var since = clock.instant().minus(Verification.COUNTS);
        return database
                .createQuery(
                        "select samlId from Verification where companyId = :company and version = :version"
                                + " and status = :passed and finishedAt > :since and samlId is not null"
                                + " order by finishedAt desc",
                        String.class)
                .setParameter("company", companyId)
                .setParameter("version", version)
                .setParameter("passed", Verification.Status.PASSED)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
