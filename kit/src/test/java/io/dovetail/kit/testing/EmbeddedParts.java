package io.dovetail.kit.testing;

import io.dovetail.kit.identity.Secrets;
import io.dovetail.lab.stack.KafkaPart;
import io.dovetail.lab.stack.PostgresPart;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL and a real Kafka, started once for all test classes of a module.
 *
 * <p>Test resources may be loaded by several class loaders, so that the started parts are remembered in system
 * properties; they end with the process. Each start of the application gets a database of its own.
 */
public class EmbeddedParts implements QuarkusTestResourceLifecycleManager {

    /** The operator key that the services accept in tests. */
    public static final String OPERATOR_KEY = "the-operator-key-of-the-tests";

    private static final String PREFIX = "dovetail.testing.";
    private static @Nullable KafkaPart kafka;

    @Override
    public Map<String, String> start() {
        if (System.getProperty(PREFIX + "kafka") == null) {
            startPartsWithTheirOwnClassLoader();
        }
        var configuration = new HashMap<String, String>(TestKeys.configuration());
        var database = "test_" + UUID.randomUUID().toString().replace("-", "");
        configuration.putAll(TestDatabases.create(System.getProperty(PREFIX + "postgres"), database));
        configuration.put("kafka.bootstrap.servers", System.getProperty(PREFIX + "kafka"));
        configuration.put("mp.messaging.connector.smallrye-kafka.group.id", database);
        configuration.put("dovetail.public-url", "http://localhost:8080");
        configuration.put("dovetail.operator.key-hashes", Secrets.sha256(OPERATOR_KEY));
        return configuration;
    }

    /** The broker of this module's tests, for those that kill it. */
    public static KafkaPart kafka() {
        return Objects.requireNonNull(kafka);
    }

    /** Kafka's client loads by name from the thread's class loader, which may be another than its own. */
    private static void startPartsWithTheirOwnClassLoader() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaPart.class.getClassLoader());
        try {
            startParts();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void startParts() {
        var startedPostgres = PostgresPart.start();
        var startedKafka = KafkaPart.startFresh();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            startedKafka.close();
            startedPostgres.close();
        }));
        System.setProperty(PREFIX + "postgres", String.valueOf(startedPostgres.port()));
        System.setProperty(PREFIX + "kafka", startedKafka.bootstrapServers());
        kafka = startedKafka;
    }

    @Override
    public void stop() {
        // The parts serve the next test class; they end with the process.
    }
}
