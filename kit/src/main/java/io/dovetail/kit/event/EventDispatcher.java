package io.dovetail.kit.event;

import io.cloudevents.CloudEvent;
import io.dovetail.kit.inbox.Inbox;
import io.dovetail.kit.problem.DatabaseAway;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings one Kafka record to its listeners, each in a transaction of its own with its inbox row.
 *
 * <p>While the database is away it waits for it: nothing is lost and nothing overtakes. Any other failure is tried five
 * times within about three seconds and then thrown, upon which the record goes to the dead letters. Events of an
 * unknown type are passed over.
 */
@ApplicationScoped
public class EventDispatcher {
    private static final Logger LOG = Logger.getLogger(EventDispatcher.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int TRIES_AFTER_THE_FIRST = 4;

    private final Envelope envelope;
    private final Inbox inbox;
    private final List<EventListener<?>> listeners;

    private final TypedGuard<@Nullable Void> patience = TypedGuard.create(Void.class)
            .withRetry()
            .maxRetries(TRIES_AFTER_THE_FIRST)
            .delay(FIRST_PAUSE_MILLIS, ChronoUnit.MILLIS)
            .maxDuration(1, ChronoUnit.HOURS)
            .abortOn(UnreadableEventException.class)
            .withExponentialBackoff()
            .factor(3)
            .done()
            .done()
            .build();

    EventDispatcher(Envelope envelope, Inbox inbox, @All List<EventListener<?>> listeners) {
        this.envelope = envelope;
        this.inbox = inbox;
        this.listeners = listeners;
        requireDifferentNames(listeners);
    }

    /** Of two listeners with one name the inbox would let only the first take an event. */
    private static void requireDifferentNames(List<EventListener<?>> listeners) {
        var names = new HashSet<String>();
        for (var listener : listeners) {
            if (!names.add(listener.type() + " " + nameOf(listener))) {
                throw new IllegalStateException(
                        "two listeners of " + listener.type() + " are named " + nameOf(listener) + "; rename one");
            }
        }
    }

    private static String nameOf(EventListener<?> listener) {
        return ClientProxy.unwrap(listener).getClass().getSimpleName().replace("_Subclass", "");
    }

    /** Returns when the record took effect everywhere; throws when it never will. */
    public void dispatch(ConsumerRecord<String, byte[]> record) {
        var event = envelope.read(record);
        for (var listener : listeners) {
            if (listener.type().equals(event.getType())) {
                deliver(event, listener);
            }
        }
    }

    private <T> void deliver(CloudEvent event, EventListener<T> listener) {
        var received = envelope.receive(event, listener.dataType());
        try {
            patience.call(() -> {
                handleWhenTheDatabaseIsThere(received, listener);
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "event given up type=%s id=%s", received.type(), received.id());
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <T> void handleWhenTheDatabaseIsThere(Received<T> event, EventListener<T> listener) throws Exception {
        for (var pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> handleOnce(event, listener));
                return;
            } catch (RuntimeException failure) {
                if (!DatabaseAway.isBehind(failure)) {
                    throw failure;
                }
                LOG.warnf("waiting for the database type=%s id=%s pauseMillis=%d", event.type(), event.id(), pause);
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        }
    }

    private <T> void handleOnce(Received<T> event, EventListener<T> listener) {
        UUID id = event.id();
        if (inbox.firstTime(id, nameOf(listener))) {
            listener.on(event);
        }
    }
}
