package io.dovetail.sso.events;

import io.dovetail.kit.event.EventDispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that this service reacts to. */
@ApplicationScoped
class IncomingTopics {
    private final EventDispatcher dispatcher;

    IncomingTopics(EventDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("users")
    @Blocking
    void users(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }

    @Incoming("bindings")
    @Blocking
    void bindings(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }
}
