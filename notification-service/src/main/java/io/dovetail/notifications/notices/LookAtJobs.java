package io.dovetail.notifications.notices;

import io.dovetail.notifications.mail.Failures;
import io.dovetail.notifications.mail.Occasion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks at jobs that are done and tells administrators of mails that failed
 * (docs/decisions/0019-failed-mails-are-told-of-by-job.md).
 */
@ApplicationScoped
class LookAtJobs {
    private static final Logger LOG = Logger.getLogger(LookAtJobs.class);

    private static final String DUE = "select job_id from sending_job where next_look_at <= :now order by next_look_at";
    /** Replicas' clocks, which follow the database's, differ by less. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    /** A mail counts for the first of its company's jobs that it may be of. */
    private static final String FATE = """
            select count(*) filter (where state = 'FAILED'), count(*), count(*) filter (where state = 'QUEUED')
            from delivery
            where company_id = :company and state <> 'CANCELLED'
                and job_at between :start and :end
                and not exists (select 1 from sending_job earlier
                    where earlier.company_id = :company and earlier.ended_at < :ended
                        and job_at between earlier.started_at - interval '1 second'
                            and earlier.ended_at + interval '1 second')""";

    private final EntityManager database;
    private final TellAdministrators tell;
    private final Clock clock;

    LookAtJobs(EntityManager database, TellAdministrators tell, Clock clock) {
        this.database = database;
        this.tell = tell;
        this.clock = clock;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var due = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(DUE, UUID.class)
                        .setParameter("now", clock.instant())
                        .getResultList());
        for (var job : due) {
            try {
                QuarkusTransaction.requiringNew().run(() -> look((UUID) job));
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "nobody told of failed mails, looking again job=%s", job);
            }
        }
    }

    /** Two replicas that look at once tell once. */
    private void look(UUID id) {
        var now = clock.instant();
        var job = database.find(SendingJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job != null && job.isDue(now)) {
            job.look(fate(job), now).ifPresent(failures -> tell(job, failures));
        }
    }

    private SendingJob.Fate fate(SendingJob job) {
        var row = (Object[]) database.createNativeQuery(FATE, Object[].class)
                .setParameter("company", job.companyId())
                .setParameter("start", job.startedAt().minus(SKEW))
                .setParameter("end", job.endedAt().plus(SKEW))
                .setParameter("ended", job.endedAt())
                .getSingleResult();
        return new SendingJob.Fate(new Failures(number(row[0]), number(row[1])), number(row[2]));
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    /** Each time is a cause of its own: the event of the job's end caused no mail yet. */
    private void tell(SendingJob job, Failures failures) {
        tell.handle(new TellAdministrators.Command(
                UUID.randomUUID(), job.companyId(), Occasion.MAILS_FAILED, null, null, failures));
    }
}
