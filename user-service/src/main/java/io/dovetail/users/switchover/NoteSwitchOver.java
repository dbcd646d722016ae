package io.dovetail.users.switchover;

import io.dovetail.users.copies.ConnectionHeard;
import io.dovetail.users.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Remembers switch-overs in the transaction that keeps the connection's news, and has their users gone through. */
@ApplicationScoped
class NoteSwitchOver {
    private final SwitchOvers switchOvers;
    private final Jobs jobs;

    NoteSwitchOver(SwitchOvers switchOvers, Jobs jobs) {
        this.switchOvers = switchOvers;
        this.jobs = jobs;
    }

    void handle(@Observes ConnectionHeard news) {
        if (switchOvers.requireForChange(news.companyId()).hear(news)) {
            jobs.start(news.companyId());
        }
    }
}
