package io.dovetail.users.switchover;

import io.dovetail.users.copies.ConnectionHeard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Remembers switch-overs in the transaction that keeps the connection's news. */
@ApplicationScoped
class NoteSwitchOver {
    private final SwitchOvers switchOvers;
    private final Clock clock;

    NoteSwitchOver(SwitchOvers switchOvers, Clock clock) {
        this.switchOvers = switchOvers;
        this.clock = clock;
    }

    void handle(@Observes ConnectionHeard news) {
        var now = clock.instant();
        switchOvers.requireForChange(news.companyId(), now).hear(news, now);
    }
}
