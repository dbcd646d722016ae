package io.dovetail.users.company;

import io.dovetail.kit.copies.Announcer;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the present state of every company to whoever lost their copy of it. */
@ApplicationScoped
public class AnnounceCompanies implements Announcer {
    private static final int PAGE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    AnnounceCompanies(Companies companies, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Page announce(@Nullable String after) {
        var page = companies.pageById(after == null ? BEFORE_ALL : UUID.fromString(after), PAGE);
        var now = clock.instant();
        outbox.append(page.stream()
                .map(company -> company.changed(Actor.operator(), now))
                .toList());
        return new Page(
                page.size(), page.size() < PAGE ? null : page.get(PAGE - 1).id().toString());
    }
}
