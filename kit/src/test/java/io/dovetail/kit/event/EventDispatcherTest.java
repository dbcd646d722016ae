package io.dovetail.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dovetail.kit.inbox.Inbox;
import io.dovetail.kit.parts.KitParts;
import io.dovetail.kit.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event takes effect once, whatever dies on the way. */
@QuarkusTest
@QuarkusTestResource(KitParts.class)
class EventDispatcherTest {
    private static final List<String> ONCE = List.of("first", "inbox ThingListener", "second");

    @Inject
    EventDispatcher dispatcher;

    @Inject
    ThingListener listener;

    @Inject
    Effects effects;

    @Inject
    Envelope envelope;

    @Inject
    Inbox inbox;

    @AfterEach
    void letTheListenerBe() {
        listener.reset();
    }

    @Test
    void theSameEventTwiceTakesEffectOnce() {
        var event = Things.happened("one");

        dispatcher.dispatch(Things.incoming(event));
        dispatcher.dispatch(Things.incoming(event));

        assertEquals(ONCE, effects.committed(event.id()));
    }

    @Test
    void theListenerReadsWhatTheOwnerWrote() {
        var event = Things.happened("one");
        var seen = new ArrayList<Received<Thing>>();
        listener.before(seen::add);

        dispatcher.dispatch(Things.incoming(event));

        var expected = new Received<>(
                event.id(), event.type(), event.companyId(), Things.TIME, Actor.system(), new Thing("lamp", 3));
        assertEquals(List.of(expected), seen);
    }

    @Test
    void aHandlerThatDiesBetweenItsWritesLeavesNeitherAndTheRetryDoesBothOnce() {
        var event = Things.happened("one");
        var leftBehind = new ArrayList<List<String>>();
        var tries = new AtomicInteger();
        listener.before(received -> leftBehind.add(effects.committed(received.id())));
        listener.between(received -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalArgumentException("dies here");
            }
        });

        dispatcher.dispatch(Things.incoming(event));

        assertEquals(List.of(List.of(), List.of(), List.of()), leftBehind);
        assertEquals(ONCE, effects.committed(event.id()));
    }

    @Test
    void aConnectionLostBetweenTheWritesLeavesNeitherAndTheRetryDoesBothOnce() {
        var event = Things.happened("one");
        var tries = new AtomicInteger();
        listener.between(received -> {
            if (tries.incrementAndGet() == 1) {
                effects.terminate(effects.backend());
            }
        });

        dispatcher.dispatch(Things.incoming(event));

        assertEquals(2, tries.get());
        assertEquals(ONCE, effects.committed(event.id()));
    }

    @Test
    void aConnectionLostBeforeTheCommitIsNoticedAndTheRetryDoesBothOnce() {
        var event = Things.happened("one");
        var tries = new AtomicInteger();
        listener.after(received -> {
            if (tries.incrementAndGet() == 1) {
                effects.terminate(effects.backend());
            }
        });

        dispatcher.dispatch(Things.incoming(event));

        assertEquals(2, tries.get());
        assertEquals(ONCE, effects.committed(event.id()));
    }

    @Test
    void twoConsumersThatTakeTheSameEventInParallelTakeItOnce() throws Exception {
        var event = Things.happened("one");
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        listener.between(received -> {
            inside.countDown();
            await(goOn);
        });

        var first = CompletableFuture.runAsync(() -> dispatcher.dispatch(Things.incoming(event)));
        await(inside);
        var second = CompletableFuture.runAsync(() -> dispatcher.dispatch(Things.incoming(event)));
        Eventually.until("the second waits for the first", () -> effects.waitingForOthers() == 1);
        goOn.countDown();
        CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);

        assertEquals(ONCE, effects.committed(event.id()));
    }

    @Test
    void theSecondOfTwoConsumersTakesTheEventWhenTheFirstDies() throws Exception {
        var event = Things.happened("one");
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var backends = new CopyOnWriteArrayList<Integer>();
        listener.between(received -> {
            backends.add(effects.backend());
            inside.countDown();
            await(goOn);
        });

        var first = CompletableFuture.runAsync(() -> dispatcher.dispatch(Things.incoming(event)));
        await(inside);
        var second = CompletableFuture.runAsync(() -> dispatcher.dispatch(Things.incoming(event)));
        Eventually.until("the second waits for the first", () -> effects.waitingForOthers() == 1);
        effects.terminate(backends.get(0));
        Eventually.until("the second is inside", () -> backends.size() == 2);
        goOn.countDown();
        CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);

        assertEquals(ONCE, effects.committed(event.id()));
    }

    @Test
    void refusesTwoListenersOfOneNameOfWhichOneWouldNeverBeCalled() {
        var twice = List.<EventListener<?>>of(new ThingListener(effects), new ThingListener(effects));

        assertThrows(IllegalStateException.class, () -> new EventDispatcher(envelope, inbox, twice));
    }

    @Test
    void anUnknownTypeIsPassedOver() {
        var event = Event.of(
                ThingTopics.TOPIC,
                "nobody-knows",
                "one",
                Things.happened("x").companyId(),
                Actor.system(),
                Things.TIME,
                "?");

        dispatcher.dispatch(Things.incoming(event));

        assertEquals(List.of(), effects.committed(event.id()));
    }

    @Test
    void dataThatDoNotFitAreGivenUpAtOnce() {
        var event = Things.happened("one");
        var record = Things.incoming(Things.outgoing(event, "{\"number\":\"many\"}"));

        assertThrows(UnreadableEventException.class, () -> dispatcher.dispatch(record));

        assertEquals(List.of(), effects.committed(event.id()));
    }

    @Test
    void fieldsThatTheListenerDoesNotKnowAreIgnored() {
        var event = Things.happened("one");
        var record = Things.incoming(Things.outgoing(event, "{\"name\":\"lamp\",\"number\":3,\"colour\":\"red\"}"));

        dispatcher.dispatch(record);

        assertEquals(ONCE, effects.committed(event.id()));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
