package io.dovetail.notifications.notices;

import io.dovetail.kit.copies.Forgotten;
import io.dovetail.notifications.copies.KnownPeople;
import io.dovetail.notifications.mail.Failures;
import io.dovetail.notifications.mail.Occasion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks at jobs that stand still and tells administrators of mails that failed
 * (docs/decisions/0019-failed-mails-are-told-of-by-job.md).
 */
@ApplicationScoped
class LookAtJobs {
    private static final Logger LOG = Logger.getLogger(LookAtJobs.class);

    private final SendingJobs jobs;
    private final Forgotten forgotten;
    private final KnownPeople people;
    private final TellAdministrators tell;
    private final Clock clock;

    LookAtJobs(SendingJobs jobs, Forgotten forgotten, KnownPeople people, TellAdministrators tell, Clock clock) {
        this.jobs = jobs;
        this.forgotten = forgotten;
        this.people = people;
        this.tell = tell;
        this.clock = clock;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var due = QuarkusTransaction.requiringNew().call(() -> jobs.due(clock.instant()));
        for (var job : due) {
            try {
                QuarkusTransaction.requiringNew().run(() -> look(job));
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "nobody told of failed mails, looking again job=%s", job.jobId());
            }
        }
    }

    /** The company is held before the job, as by its removal; two replicas that look at once tell once. */
    private void look(SendingJobs.Due due) {
        if (forgotten.includes(due.companyId(), due.companyId())) {
            return;
        }
        var now = clock.instant();
        jobs.lock(due.jobId()).filter(job -> job.isDue(now)).ifPresent(job -> look(job, now));
    }

    private void look(SendingJob job, Instant now) {
        if (jobs.isOver(job)) {
            job.end();
        } else if (people.administrators(job.companyId()).isEmpty()) {
            job.lookLater(now);
        } else {
            job.look(jobs.fate(job), now).ifPresent(failures -> tell(job, failures));
        }
    }

    /** Each time is a cause of its own: the event of the job's end caused no mail yet. */
    private void tell(SendingJob job, Failures failures) {
        tell.handle(new TellAdministrators.Command(
                UUID.randomUUID(), job.companyId(), Occasion.MAILS_FAILED, null, null, failures, null));
    }
}
