package io.dovetail.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox: of all replicas, the one whose session holds the database's advisory lock.
 *
 * <p>The lock, the notifications, the reading and the marking share one connection of the relay's own: whoever loses it
 * can mark nothing any more. A killed relay leaves rows unmarked that Kafka has; its successor sends them again in the
 * same order, and the consumers' inboxes pass them over.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x646f7665_7461696cL;

    private final RelayConfig config;
    private final OutboxBatch batch;
    private final Map<String, Object> kafka;
    private final String url;
    private final Properties login = new Properties();
    private volatile boolean running;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;

    OutboxRelay(
            RelayConfig config,
            OutboxBatch batch,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.config = config;
        this.batch = batch;
        this.kafka = kafka;
        this.url = url;
        login.setProperty("user", username);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "outbox-relay");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "30");
    }

    void start(@Observes StartupEvent started) {
        if (config.relay()) {
            start();
        }
    }

    /** Starts relaying on a thread of its own; a second call does nothing. */
    public synchronized void start() {
        if (thread == null) {
            running = true;
            thread = new Thread(this::run, "outbox-relay");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stop();
    }

    /** Ends the thread where it stands; what Kafka took and is not marked will be sent again. */
    public synchronized void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            cutConnection();
            thread.join(5_000);
            thread = null;
        }
    }

    /** The wait for notifications heeds no interrupt; cut, it ends, and another replica gets the lock at once. */
    private void cutConnection() {
        var used = connection;
        try {
            if (used != null) {
                used.abort(Runnable::run);
            }
        } catch (SQLException failure) {
            LOG.warnf("the relay's connection was not cut cause=%s", failure.toString());
        }
    }

    private void run() {
        while (running) {
            try (var opened = DriverManager.getConnection(url, login)) {
                connection = opened;
                if (holdsTheLock(opened)) {
                    publishWhileHolding(opened);
                }
            } catch (SQLException | KafkaException failure) {
                if (running) {
                    LOG.warnf("relay starts over cause=%s", failure.toString());
                }
            } catch (RuntimeException unforeseen) {
                LOG.error("relay starts over after a failure that nobody foresaw", unforeseen);
            } catch (InterruptedException stopped) {
                return;
            }
            if (!pause()) {
                return;
            }
        }
    }

    private static boolean holdsTheLock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var lock = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return lock.next() && lock.getBoolean(1);
        }
    }

    private void publishWhileHolding(Connection connection) throws SQLException, InterruptedException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen outbox");
        }
        var notifications = connection.unwrap(PGConnection.class);
        var producer = producer();
        try {
            while (running) {
                if (batch.publish(connection, producer) < config.batch()) {
                    notifications.getNotifications((int) config.idle().toMillis());
                }
            }
        } catch (InterruptException stopped) {
            throw new InterruptedException(stopped.getMessage());
        } finally {
            producer.close(java.time.Duration.ZERO);
        }
    }

    /** Idempotent and endlessly patient: a record that could expire would be overtaken by its successors. */
    private Producer<String, byte[]> producer() {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.retry().toMillis());
            return running;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
