package io.dovetail.notifications.notices;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears how far a job is that sends links. */
@ApplicationScoped
class JobProgressedListener implements EventListener<JobProgressed> {
    private final WatchJob watchJob;

    JobProgressedListener(WatchJob watchJob) {
        this.watchJob = watchJob;
    }

    @Override
    public String type() {
        return "dovetail.job-progressed.v1";
    }

    @Override
    public Class<JobProgressed> dataType() {
        return JobProgressed.class;
    }

    @Override
    public void on(Received<JobProgressed> event) {
        watchJob.handle(event.data(), event.time());
    }
}
