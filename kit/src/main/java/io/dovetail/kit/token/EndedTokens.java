package io.dovetail.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which access tokens ended early, for as long as any of them could still be presented.
 *
 * <p>They stand in the service's own database. Each replica reads them anew for the first call after half a second, so
 * that no other call costs a query and none is answered from an older state.
 */
@ApplicationScoped
public class EndedTokens {
    /** The ten minutes of a token, and one for clocks that differ. */
    private static final Duration KEPT = Duration.ofMinutes(11);

    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();
    private static final String REMEMBER = "insert into ended_tokens"
            + " (company_id, user_id, session_id, before, spared_session_id) values (?, ?, ?, ?, ?)";
    private static final String READ =
            "select company_id, user_id, session_id, before, spared_session_id" + " from ended_tokens where before > ?";

    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Known known;

    EndedTokens(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param byOwner by user, or by company where it concerns everybody */
    private record Known(Map<UUID, List<Ended>> byOwner, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH_NANOS;
        }
    }

    /** Takes effect with the caller's transaction, here and in every replica within half a second. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(Ended ended) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setObject(1, ended.companyId());
            insert.setObject(2, ended.userId());
            insert.setObject(3, ended.sessionId());
            insert.setObject(4, timestamp(ended.before()));
            insert.setObject(5, ended.sparedSessionId());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the ended tokens could not be written", failure);
        }
    }

    public boolean include(Ended.Presented token) {
        var byOwner = known().byOwner();
        return covers(byOwner.get(token.userId()), token) || covers(byOwner.get(token.companyId()), token);
    }

    private static boolean covers(@Nullable List<Ended> ended, Ended.Presented token) {
        return ended != null && ended.stream().anyMatch(some -> some.covers(token));
    }

    private Known known() {
        var last = known;
        return last != null && last.isFresh() ? last : readOnce();
    }

    /** Of many calls at once, one reads and the others wait for it. */
    private synchronized Known readOnce() {
        var last = known;
        if (last != null && last.isFresh()) {
            return last;
        }
        var begun = System.nanoTime();
        var read = new Known(read(), begun);
        known = read;
        return read;
    }

    private Map<UUID, List<Ended>> read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, timestamp(clock.instant().minus(KEPT)));
            var byOwner = new HashMap<UUID, List<Ended>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var ended = new Ended(
                            row.getObject("company_id", UUID.class),
                            row.getObject("user_id", UUID.class),
                            row.getObject("session_id", UUID.class),
                            row.getObject("before", OffsetDateTime.class).toInstant(),
                            row.getObject("spared_session_id", UUID.class));
                    var owner = Objects.requireNonNullElse(ended.userId(), ended.companyId());
                    byOwner.computeIfAbsent(owner, first -> new ArrayList<>()).add(ended);
                }
            }
            return byOwner;
        } catch (SQLException failure) {
            throw new IllegalStateException("the ended tokens could not be read", failure);
        }
    }

    private static OffsetDateTime timestamp(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
