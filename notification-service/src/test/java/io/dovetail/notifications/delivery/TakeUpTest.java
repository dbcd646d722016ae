package io.dovetail.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.notifications.MovableClock;
import io.dovetail.notifications.Scene;
import io.dovetail.notifications.Scene.Link;
import io.dovetail.notifications.mail.Answer;
import io.dovetail.notifications.smtp.Postbox;
import io.dovetail.notifications.smtp.SmtpPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several senders, of which one is killed or late. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@QuarkusTestResource(SmtpPort.class)
class TakeUpTest {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofHours(10);

    @Inject
    Scene scene;

    @Inject
    TakeUpDeliveries takeUp;

    @Inject
    CheckClaim checkClaim;

    @Inject
    CancelDelivery cancelDelivery;

    @Inject
    SettleDelivery settle;

    @Inject
    MovableClock clock;

    private Postbox postbox;

    @BeforeEach
    void findThePostbox() {
        postbox = Postbox.shared();
    }

    @AfterEach
    void finish() {
        scene.execute("delete from delivery where state = 'QUEUED'");
        clock.reset();
    }

    @Test
    void anotherSenderTakesOverFromAKilledOne() {
        var link = queuedForLater();
        var killed = take(link, LATER);
        assertEquals(1, killed.claim());
        assertEquals(List.of(), takeAll(LATER.plus(LEASE).minusSeconds(5)));

        clock.advance(LATER.plus(LEASE).plusSeconds(1));

        assertEquals(2, scene.await(link, "SENT").tries());
        assertEquals(1, postbox.to(link.email()).size());
    }

    @Test
    void sendersAtTheSameTimeNeverGetTheSameDelivery() throws Exception {
        for (var i = 0; i < 200; i++) {
            queuedForLater();
        }
        var now = clock.instant().plus(LATER);
        Callable<List<UUID>> sender = () -> takeEverything(now);

        var threads = Executors.newFixedThreadPool(8);
        var taken = new ArrayList<UUID>();
        try {
            for (var some :
                    threads.invokeAll(Stream.generate(() -> sender).limit(8).toList())) {
                taken.addAll(some.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(200, taken.size());
        assertEquals(200, new HashSet<>(taken).size());
    }

    @Test
    void aLateReportOfFailureByAnOvertakenSenderChangesNothing() {
        var link = queuedForLater();
        var late = take(link, LATER);
        var second = take(link, LATER.plus(LEASE).plusSeconds(1));

        settle.handle(new SettleDelivery.Command(late.id(), late.claim(), Optional.of(new Answer.Refused("550 no"))));

        assertEquals("QUEUED", scene.find(link).orElseThrow().state());
        assertEquals(2, second.claim());
    }

    @Test
    void aLateReportOfSuccessByAnOvertakenSenderCounts() {
        var link = queuedForLater();
        var late = take(link, LATER);
        var second = take(link, LATER.plus(LEASE).plusSeconds(1));

        settle.handle(new SettleDelivery.Command(late.id(), late.claim(), Optional.of(new Answer.Taken())));
        settle.handle(new SettleDelivery.Command(second.id(), second.claim(), Optional.of(new Answer.Taken())));

        assertEquals("SENT", scene.find(link).orElseThrow().state());
        assertEquals(1, scene.told(link.companyId(), "mail-sent"));
    }

    @Test
    void aSenderFindsThatItsMailWasCancelledMeanwhile() {
        var link = queuedForLater();
        var due = take(link, LATER);
        assertTrue(checkClaim.handle(due.id(), due.claim()));

        cancel(link);

        assertFalse(checkClaim.handle(due.id(), due.claim()));
    }

    @Test
    void aMailThatWasCancelledWhileItWentOutCountsAsSent() {
        var link = queuedForLater();
        var due = take(link, LATER);
        cancel(link);

        settle.handle(new SettleDelivery.Command(due.id(), due.claim(), Optional.of(new Answer.Taken())));

        assertEquals("SENT", scene.find(link).orElseThrow().state());
    }

    @Test
    void aMailThatWasCancelledWhileItFailedStaysCancelled() {
        var link = queuedForLater();
        var due = take(link, LATER);
        cancel(link);

        settle.handle(new SettleDelivery.Command(due.id(), due.claim(), Optional.of(new Answer.TryLater("451"))));

        assertEquals("CANCELLED", scene.find(link).orElseThrow().state());
        assertEquals(0, scene.told(link.companyId(), "mail-failed"));
    }

    private void cancel(Link link) {
        var linkId = UUID.randomUUID();
        scene.execute("update delivery set link_id = ? where cause_event_id = ?", linkId, link.eventId());
        cancelDelivery.handle(linkId);
    }

    private List<UUID> takeEverything(Instant now) {
        var mine = new ArrayList<UUID>();
        var some = takeUp.handle(new TakeUpDeliveries.Command(10, LEASE, now));
        while (!some.isEmpty()) {
            some.forEach(due -> mine.add(due.id()));
            some = takeUp.handle(new TakeUpDeliveries.Command(10, LEASE, now));
        }
        return mine;
    }

    private DueDelivery take(Link link, Duration ahead) {
        var row = scene.find(link).orElseThrow();
        var taken =
                takeAll(ahead).stream().filter(due -> due.id().equals(row.id())).toList();
        assertTrue(!taken.isEmpty(), "not due");
        return taken.get(0);
    }

    private List<DueDelivery> takeAll(Duration ahead) {
        return takeUp.handle(
                new TakeUpDeliveries.Command(1000, LEASE, clock.instant().plus(ahead)));
    }

    /** A delivery that the running senders do not see yet. */
    private Link queuedForLater() {
        var link = scene.link();
        var sealed = (String) ((Map<?, ?>) link.event().data()).get("sealedLink");
        var now = clock.instant();
        scene.execute(
                "insert into delivery (id, cause_event_id, company_id, company_name, user_id, kind, occasion, recipient,"
                        + " first_name, link, link_sealed_by, ends_at, state, tries, queued_at, next_try_at)"
                        + " values (?, ?, ?, 'Example Works', ?, 'RESET_PASSWORD', 'PASSWORD_RESET', ?, 'Ada', ?, 'user-service', ?,"
                        + " 'QUEUED', 0, ?, ?)",
                UUID.randomUUID(),
                link.eventId(),
                link.companyId(),
                link.userId(),
                link.email(),
                sealed,
                time(link.end()),
                time(now),
                time(now.plus(LATER).minusSeconds(60)));
        return link;
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
