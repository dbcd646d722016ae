package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The watched jobs, what became of their mails, and when a company's single sign-on went off last. */
@ApplicationScoped
class SendingJobs {
    /** How many are looked at in a row. */
    static final int MOST = 50;

    private static final String DUE = "from SendingJob where nextLookAt <= :now order by nextLookAt";
    private static final String FATE = """
            select count(*) filter (where state = 'FAILED'), count(*), count(*) filter (where state = 'QUEUED')
            from delivery where job_id = :job and state <> 'CANCELLED'""";
    private static final String NOTE_SWITCH_OFF = """
            insert into switch_off (company_id, off_at) values (:company, :at)
            on conflict (company_id) do update set off_at = greatest(switch_off.off_at, excluded.off_at)""";

    private final EntityManager database;

    SendingJobs(EntityManager database) {
        this.database = database;
    }

    /** Which one, and whose. */
    record Due(UUID jobId, UUID companyId) {}

    /** Those that wait longest; nothing is locked. */
    List<Due> due(Instant now) {
        return database.createQuery("select jobId, companyId " + DUE, Due.class)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Locked until the transaction ends. */
    Optional<SendingJob> lock(UUID id) {
        return Optional.ofNullable(database.find(SendingJob.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(SendingJob job) {
        database.persist(job);
    }

    SendingJob.Fate fate(SendingJob job) {
        var row = (Object[]) database.createNativeQuery(FATE, Object[].class)
                .setParameter("job", job.jobId())
                .getSingleResult();
        return new SendingJob.Fate(new Failures(number(row[0]), number(row[1])), number(row[2]));
    }

    /** Ends the watch over jobs begun before; whoever looks at one of them is done with it first. */
    void switchOff(UUID company, Instant at) {
        database.createNativeQuery(NOTE_SWITCH_OFF)
                .setParameter("company", company)
                .setParameter("at", at)
                .executeUpdate();
        database.createQuery("update SendingJob set nextLookAt = null where companyId = :company and startedAt < :at")
                .setParameter("company", company)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Whether single sign-on went off since it began; the job may have been heard of after that. */
    boolean isOver(SendingJob job) {
        return (boolean) database.createNativeQuery(
                        "select exists (select 1 from switch_off where company_id = :company and off_at > :start)",
                        Boolean.class)
                .setParameter("company", job.companyId())
                .setParameter("start", job.startedAt())
                .getSingleResult();
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }
}
