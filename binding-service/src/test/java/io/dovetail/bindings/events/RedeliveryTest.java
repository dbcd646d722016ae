package io.dovetail.bindings.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.bindings.Scene;
import io.dovetail.bindings.Scene.Attempt;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What Kafka does to consumers: everything again after a restart, and records that nobody can read. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RedeliveryTest {

    @Inject
    Scene scene;

    @Inject
    KafkaClientService kafka;

    @Test
    void everythingReadAgainFromTheBeginningTakesNoSecondEffect() {
        var attempt = Attempt.any();
        scene.awaitTaken(scene.accept(attempt));

        readAgainFromTheBeginning();

        scene.awaitTaken(scene.accept(Attempt.any()));
        assertEquals(1, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void anEventThatTheInboxHasForgottenTakesNoSecondEffectEither() {
        var attempt = Attempt.any();
        var event = scene.accept(attempt);
        scene.awaitTaken(event);
        scene.execute("delete from inbox where event_id = ?", event);

        readAgainFromTheBeginning();

        scene.awaitTaken(event);
        assertEquals(1, scene.bindings(attempt.companyId()));
        assertEquals(1, scene.told(attempt.companyId(), "binding-completed"));
    }

    @Test
    void aRecordThatNobodyCanReadGoesToTheDeadLettersAndBlocksNobody() {
        for (var topic : List.of("dovetail.sso", "dovetail.users")) {
            var key = UUID.randomUUID().toString();

            TestEvents.publish(new ProducerRecord<>(topic, key, "not an event".getBytes(StandardCharsets.UTF_8)));

            TestEvents.await(topic + ".binding-service.dead", record -> key.equals(record.key()));
        }
        scene.awaitTaken(
                scene.accept(Attempt.any()),
                scene.userChanged(UUID.randomUUID(), UUID.randomUUID(), 1, "ada@example.com", "ACTIVE"));
    }

    /** As a consumer does that starts anew without its committed offsets. */
    private void readAgainFromTheBeginning() {
        kafka.<String, byte[]>getConsumer("sso")
                .runOnPollingThread(consumer -> {
                    consumer.seekToBeginning(consumer.assignment());
                })
                .await()
                .indefinitely();
    }
}
