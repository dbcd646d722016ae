package io.dovetail.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Forgets what no longer matters: sent outbox rows after 7 days, inbox rows after 30, spent tickets and ended tokens an
 * hour after their end, buckets of rate limits once they are full.
 */
@ApplicationScoped
public class Sweep {
    private static final int BATCH = 5_000;
    private static final List<String> STATEMENTS = List.of(
            "delete from outbox where id in"
                    + " (select id from outbox where sent_at < clock_timestamp() - interval '7 days' limit " + BATCH
                    + ")",
            "delete from inbox where ctid in"
                    + " (select ctid from inbox where received_at < clock_timestamp() - interval '30 days' limit "
                    + BATCH
                    + ")",
            "delete from spent_ticket where id in"
                    + " (select id from spent_ticket where expires_at < clock_timestamp() - interval '1 hour' limit "
                    + BATCH + ")",
            "delete from ended_tokens where ctid in"
                    + " (select ctid from ended_tokens where before < clock_timestamp() - interval '1 hour' limit "
                    + BATCH + ")",
            "delete from rate_limit where full_at < clock_timestamp() and key in"
                    + " (select key from rate_limit where full_at < clock_timestamp() limit " + BATCH + ")");

    private final DataSource database;

    Sweep(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (var statement : STATEMENTS) {
            var swept = BATCH;
            while (swept == BATCH) {
                swept = QuarkusTransaction.requiringNew().call(() -> execute(statement));
            }
        }
    }

    private int execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
