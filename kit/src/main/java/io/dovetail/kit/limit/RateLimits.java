package io.dovetail.kit.limit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Counts in the service's database, so that all replicas count together (decision 0035).
 *
 * <p>What is taken or given back counts at once, whatever becomes of the caller's transaction; to hold no second
 * connection, better call outside of one.
 */
@ApplicationScoped
public class RateLimits {
    private static final String TAKE = "select refusing, wait_micros from rate_limit_take(?, ?, ?, ?)";
    private static final String GIVE_BACK =
            "update rate_limit set full_at = full_at - ? * interval '1 microsecond' where key = ?";
    private static final String FILL = "delete from rate_limit where key = ?";

    private final DataSource database;
    private final Clock clock;

    RateLimits(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param delay until one is there, if nobody else takes it */
    public record Empty(Bucket bucket, Duration delay) {}

    /**
     * Takes one from each bucket, in the given order, up to the first empty one.
     *
     * @return the empty one, for which nothing was taken from those behind it
     */
    public Optional<Empty> take(List<Bucket> buckets) {
        return QuarkusTransaction.suspendingExisting().call(() -> takeNow(buckets));
    }

    /** Puts back what was taken and turned out not to count. */
    public void giveBack(List<Bucket> buckets) {
        QuarkusTransaction.suspendingExisting().run(() -> buckets.forEach(this::giveBackNow));
    }

    /** Fills a bucket, if the caller's transaction is committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fill(Bucket bucket) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FILL)) {
            statement.setString(1, bucket.key());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a limit could not be written", failure);
        }
    }

    private Optional<Empty> takeNow(List<Bucket> buckets) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, connection.createArrayOf("text", all(buckets, Bucket::key)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", all(buckets, held -> held.limit().step())));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", all(buckets, held -> held.limit().room())));
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            try (var answer = statement.executeQuery()) {
                answer.next();
                var refusing = answer.getInt(1);
                var delay = Duration.of(answer.getLong(2), ChronoUnit.MICROS);
                return refusing == 0 ? Optional.empty() : Optional.of(new Empty(buckets.get(refusing - 1), delay));
            }
        }
    }

    private void giveBackNow(Bucket bucket) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setLong(1, bucket.limit().step());
            statement.setString(2, bucket.key());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a limit could not be written", failure);
        }
    }

    private static Object[] all(List<Bucket> buckets, Function<Bucket, Object> column) {
        return buckets.stream().map(column).toArray();
    }
}
