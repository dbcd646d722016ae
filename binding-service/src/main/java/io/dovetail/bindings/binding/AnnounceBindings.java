package io.dovetail.bindings.binding;

import io.dovetail.kit.copies.Announcer;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the present state of every binding, removed ones too, to whoever lost their copy of it. */
@ApplicationScoped
public class AnnounceBindings implements Announcer {
    private static final int PAGE = 500;

    private final Bindings bindings;
    private final Outbox outbox;
    private final Clock clock;

    AnnounceBindings(Bindings bindings, Outbox outbox, Clock clock) {
        this.bindings = bindings;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Page announce(@Nullable String after) {
        var page = bindings.page(after == null ? null : UUID.fromString(after), PAGE);
        var now = clock.instant();
        outbox.append(page.stream()
                .map(binding -> binding.changed(Actor.operator(), now))
                .toList());
        var next = page.size() < PAGE ? null : page.get(PAGE - 1).id().toString();
        return new Page(page.size(), next);
    }
}
