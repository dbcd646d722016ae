package io.dovetail.notifications.events;

import io.dovetail.kit.event.EventDispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that this service reads: users and their links, links that bind accounts, and connections. */
@ApplicationScoped
class IncomingTopics {
    private final EventDispatcher dispatcher;

    IncomingTopics(EventDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("bindings")
    @Blocking
    void bindings(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }

    @Incoming("sso")
    @Blocking
    void sso(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }

    @Incoming("users")
    @Blocking
    void users(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }
}
