package io.dovetail.kit.event;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the tests' topic in, as each service takes in its own. */
@ApplicationScoped
public class ThingTopics {
    static final String TOPIC = "kit.things";
    static final String DEAD = "kit.things.kit-test.dead";
    private final EventDispatcher dispatcher;

    ThingTopics(EventDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("things")
    @Blocking
    void things(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(record);
    }
}
