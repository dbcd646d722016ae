package io.dovetail.kit.copies;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Has an owner announce all of its present state, one transaction per page, so that memory and locks stay small. */
@ApplicationScoped
public class Announcement {

    /** Announces page by page and returns how many events were appended. */
    public int run(Announcer owner) {
        var events = 0;
        @Nullable String after = null;
        do {
            var from = after;
            var page = QuarkusTransaction.requiringNew().call(() -> owner.announce(from));
            events += page.events();
            after = page.next();
        } while (after != null);
        return events;
    }
}
