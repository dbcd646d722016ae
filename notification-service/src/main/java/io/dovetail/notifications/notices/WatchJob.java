package io.dovetail.notifications.notices;

import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Begins to watch what becomes of the mails of a job that is done; told again, it goes on as before. */
@ApplicationScoped
class WatchJob {
    private final EntityManager jobs;
    private final Forgotten forgotten;
    private final Clock clock;

    WatchJob(EntityManager jobs, Forgotten forgotten, Clock clock) {
        this.jobs = jobs;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    @Transactional
    void handle(JobProgressed done, Instant endedAt) {
        if (done.startedAt() != null
                && !forgotten.includes(done.companyId(), done.companyId())
                && jobs.find(SendingJob.class, done.jobId()) == null) {
            jobs.persist(new SendingJob(done.jobId(), done.companyId(), done.startedAt(), endedAt, clock.instant()));
        }
    }
}
