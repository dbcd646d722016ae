package io.dovetail.users.events;

import io.dovetail.kit.event.EventDispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that this service reads: connections, bindings, and what became of mails. */
@ApplicationScoped
class IncomingTopics {
    private final EventDispatcher dispatcher;

    IncomingTopics(EventDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("sso")
    @Blocking
    void sso(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }

    @Incoming("mail")
    @Blocking
    void mail(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }

    @Incoming("bindings")
    @Blocking
    void bindings(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }
}
