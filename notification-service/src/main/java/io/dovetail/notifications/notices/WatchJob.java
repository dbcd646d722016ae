package io.dovetail.notifications.notices;

import io.dovetail.kit.copies.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Watches what becomes of the mails of a job while it stands still, done or paused. */
@ApplicationScoped
class WatchJob {
    private final SendingJobs jobs;
    private final Forgotten forgotten;
    private final Clock clock;

    WatchJob(SendingJobs jobs, Forgotten forgotten, Clock clock) {
        this.jobs = jobs;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** @param at the event's time */
    @Transactional
    void handle(JobProgressed progress, Instant at) {
        var startedAt = progress.startedAt();
        if (startedAt != null && !forgotten.includes(progress.companyId(), progress.companyId())) {
            watch(progress, startedAt, at);
        }
    }

    private void watch(JobProgressed progress, Instant startedAt, Instant at) {
        var known = jobs.lock(progress.jobId());
        if (progress.isRunning()) {
            known.ifPresent(job -> job.goOn(at));
        } else {
            var now = clock.instant();
            known.ifPresentOrElse(
                    job -> job.stopAgain(at, now),
                    () -> jobs.add(new SendingJob(progress.jobId(), progress.companyId(), startedAt, at, now)));
        }
    }
}
