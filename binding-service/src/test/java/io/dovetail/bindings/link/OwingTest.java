package io.dovetail.bindings.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.copies.KnownConnection;
import io.dovetail.kit.event.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a stranger who gives somebody's address can bring about, whatever became of the links before. */
class OwingTest {
    private static final Instant NOW = Instant.parse("2026-01-12T09:30:00Z");

    private final UUID source = UUID.randomUUID();
    private final Owing owing =
            new Owing(new KnownConnection(UUID.randomUUID(), "ON", "JUMPCLOUD", source, 1, 1, null));
    private final Recipient ada = new Recipient(
            owing.connection().companyId(), UUID.randomUUID(), "ada@example.com", "Ada", "ACTIVE", Set.of());

    @Test
    void givesWhoAskedElsewhereAtMostThreeLinksAnHour() {
        var links = new ArrayList<BindingLink>();
        for (var minutes = 59; minutes > 20; minutes -= 15) {
            assertEquals(Optional.of(LinkCause.ASKED_FOR), asked(links));
            links.add(ended(LinkCause.ASKED_FOR, NOW.minus(Duration.ofMinutes(minutes))));
        }

        assertEquals(Optional.empty(), asked(links));

        links.set(0, ended(LinkCause.ASKED_FOR, NOW.minus(Duration.ofMinutes(60))));
        assertEquals(Optional.of(LinkCause.ASKED_FOR), asked(links));
    }

    @Test
    void leavesAGoodLinkForADayAndReplacesItThen() {
        var age = Duration.ofDays(1);

        assertEquals(Optional.empty(), asked(List.of(link(LinkCause.ENABLED, NOW.minus(age.minusSeconds(1))))));
        assertEquals(Optional.of(LinkCause.ASKED_FOR), asked(List.of(link(LinkCause.ENABLED, NOW.minus(age)))));
    }

    private Optional<LinkCause> asked(List<BindingLink> links) {
        return owing.elsewhereAskedFor(ada, links, NOW).map(Owed::cause);
    }

    private BindingLink ended(LinkCause cause, Instant issuedAt) {
        var link = link(cause, issuedAt);
        link.end(LinkEnd.REPLACED, Actor.system(), issuedAt);
        return link;
    }

    private BindingLink link(LinkCause cause, Instant issuedAt) {
        return new BindingLink(
                ada, new Owed(LinkKind.BINDING, cause, new Target(source, 1), false, false), "hash", issuedAt);
    }
}
