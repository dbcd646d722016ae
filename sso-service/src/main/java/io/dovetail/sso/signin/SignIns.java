package io.dovetail.sso.signin;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import io.dovetail.sso.saml.response.Refusal;
import io.dovetail.sso.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Pending sign-ins, answers, used assertions and records, with the statements that let each count once. */
@ApplicationScoped
class SignIns {
    private static final Pattern REQUEST_ID = Pattern.compile("_[0-9a-f]{32}");
    private static final int MOST_REFUSALS_AN_HOUR = 100;
    private static final Duration RESTART_MEMORY = Duration.ofMinutes(2);

    private final EntityManager database;
    private final Verifications verifications;
    private final SignInCounts counts;
    private final Outbox outbox;
    private final Clock clock;

    SignIns(EntityManager database, Verifications verifications, SignInCounts counts, Outbox outbox, Clock clock) {
        this.database = database;
        this.verifications = verifications;
        this.counts = counts;
        this.outbox = outbox;
        this.clock = clock;
    }

    void add(Object entity) {
        database.persist(entity);
    }

    /** Of a sign-in that was not refused. */
    void addRecord(SignInRecord record) {
        add(record);
        counts.count(record);
    }

    /** What a stranger sends need not be a text that the database knows: only ids of our form are looked up. */
    Optional<PendingSignIn> findPending(UUID companyId, String requestId) {
        return Optional.of(requestId)
                .filter(given -> REQUEST_ID.matcher(given).matches())
                .flatMap(given -> Optional.ofNullable(database.find(PendingSignIn.class, given)))
                .filter(pending -> pending.companyId().equals(companyId));
    }

    /**
     * An answer and the request that it names.
     *
     * @param pending empty without one, and for one that was forgotten
     */
    record Answered(AcceptedAnswer answer, Optional<PendingSignIn> pending) {}

    Optional<Answered> findAnswer(UUID companyId, String handleHash) {
        return database
                .createQuery(
                        "select answer, pending from AcceptedAnswer answer left join PendingSignIn pending"
                                + " on pending.requestId = answer.requestId and pending.companyId = answer.companyId"
                                + " where answer.handleHash = :hash and answer.companyId = :company",
                        Object[].class)
                .setParameter("hash", handleHash)
                .setParameter("company", companyId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Answered((AcceptedAnswer) row[0], Optional.ofNullable((PendingSignIn) row[1])));
    }

    /** Whether this browser was sent back to the provider within the last two minutes, and never finished. */
    boolean restartedBefore(UUID companyId, String browserHash) {
        return !database.createNativeQuery("select 1 from pending_sign_in where browser_hash = ? and company_id = ?"
                        + " and is_restart and spent_at is null and started_at > ?")
                .setParameter(1, browserHash)
                .setParameter(2, companyId)
                .setParameter(3, Timestamp.from(clock.instant().minus(RESTART_MEMORY)))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** @return false if the assertion was used before; of many at once, one gets true */
    boolean useAssertion(UUID companyId, String assertionId, Instant usableUntil) {
        return database.createNativeQuery("insert into used_assertion values (?, ?, ?) on conflict do nothing")
                        .setParameter(1, companyId)
                        .setParameter(2, assertionId)
                        .setParameter(3, Timestamp.from(usableUntil))
                        .executeUpdate()
                == 1;
    }

    /**
     * Takes the answer and spends the request that it names.
     *
     * @return false if the handle was used before, or the request answered before; of many at once, one gets true
     */
    boolean take(AcceptedAnswer answer) {
        var counted = (Number) database.createNativeQuery("with taken as (update accepted_answer set taken_at = :now"
                        + " where handle_hash = :hash and taken_at is null returning request_id),"
                        + " spent as (update pending_sign_in set spent_at = :now"
                        + " where request_id = (select request_id from taken) and spent_at is null returning 1)"
                        + " select (select count(*) from taken) + (select count(*) from spent)")
                .setParameter("now", Timestamp.from(clock.instant()))
                .setParameter("hash", answer.handleHash())
                .getSingleResult();
        return counted.intValue() == (answer.requestId().isPresent() ? 2 : 1);
    }

    /** Records a refusal and publishes it; past 100 an hour of one company it is only counted. */
    SignInRecord refuse(UUID companyId, Optional<PendingSignIn> pending, Optional<Integer> version, Refusal refusal) {
        var now = clock.instant();
        var record = SignInRecord.refused(
                companyId,
                pending.map(PendingSignIn::purpose),
                pending.map(PendingSignIn::version).or(() -> version),
                refusal,
                now);
        pending.flatMap(PendingSignIn::verificationId)
                .ifPresent(verification -> verifications.fail(companyId, verification, refusal));
        counts.count(record);
        if (refusalsSince(companyId, now.minus(Duration.ofHours(1))) < MOST_REFUSALS_AN_HOUR) {
            add(record);
            outbox.append(Event.of(
                    "dovetail.sso",
                    "sign-in-refused",
                    companyId.toString(),
                    companyId,
                    Actor.anonymous(),
                    now,
                    record.refusedEvent()));
        }
        return record;
    }

    /** No more are counted than matter. */
    private long refusalsSince(UUID companyId, Instant since) {
        return ((Number) database.createNativeQuery("select count(*) from (select 1 from sign_in_record"
                                + " where company_id = ? and at > ? and result = 'REFUSED' limit ?) refused")
                        .setParameter(1, companyId)
                        .setParameter(2, Timestamp.from(since))
                        .setParameter(3, MOST_REFUSALS_AN_HOUR)
                        .getSingleResult())
                .longValue();
    }

    /** Another service's word on an accepted sign-in. */
    void end(UUID companyId, UUID signInId, SignInRecord.Result result, Optional<String> reason) {
        database.createNativeQuery("update sign_in_record set result = ?, reason = ?"
                        + " where company_id = ? and id = ? and result = 'ACCEPTED'")
                .setParameter(1, result.name())
                .setParameter(2, reason.orElse(null))
                .setParameter(3, companyId)
                .setParameter(4, signInId)
                .executeUpdate();
    }

    /** Newest first, at most {@code size}, older than the given moment. */
    List<SignInRecord> newest(UUID companyId, int size) {
        return database.createQuery(
                        "from SignInRecord where companyId = :company order by at desc, id", SignInRecord.class)
                .setParameter("company", companyId)
                .setMaxResults(size)
                .getResultList();
    }

    /** What follows the record in the order of the list; several may be of one instant. */
    List<SignInRecord> after(SignInRecord last, int size) {
        return database.createQuery(
                        "from SignInRecord where companyId = :company and (at < :at or (at = :at and id > :id))"
                                + " order by at desc, id",
                        SignInRecord.class)
                .setParameter("company", last.companyId())
                .setParameter("at", last.at())
                .setParameter("id", last.id())
                .setMaxResults(size)
                .getResultList();
    }

    Optional<SignInRecord> findRecord(UUID companyId, UUID id) {
        return Optional.ofNullable(database.find(SignInRecord.class, id))
                .filter(record -> record.companyId().equals(companyId));
    }

    /** By the words that a refused browser was shown; the newest of several. */
    Optional<SignInRecord> findRefusal(UUID companyId, String wordCode) {
        return database
                .createQuery(
                        "from SignInRecord where companyId = :company and wordCode = :code and result = :refused"
                                + " order by at desc",
                        SignInRecord.class)
                .setParameter("company", companyId)
                .setParameter("code", wordCode)
                .setParameter("refused", SignInRecord.Result.REFUSED)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
