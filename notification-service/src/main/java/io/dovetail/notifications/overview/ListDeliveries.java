package io.dovetail.notifications.overview;

import io.dovetail.notifications.delivery.DeliveryState;
import io.dovetail.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists a company's mails page by page, the newest first. */
@ApplicationScoped
class ListDeliveries {
    private static final String KNOWS_CURSOR = "select 1 from delivery where id = ? and company_id = ?";
    private static final String PAGE = """
            select id, kind, user_id, recipient, state, tries, last_answer, queued_at, next_try_at, settled_at
            from delivery
            where company_id = ? and (?::text is null or state = ?)
                and (?::uuid is null or (queued_at, id) < (select queued_at, id from delivery where id = ?))
            order by queued_at desc, id desc limit ?""";

    private final DataSource database;

    ListDeliveries(DataSource database) {
        this.database = database;
    }

    /**
     * Which mails.
     *
     * @param state empty for those of any
     * @param after the delivery with which the page before ended
     */
    record Query(UUID companyId, Optional<DeliveryState> state, Optional<UUID> after, int size) {}

    /** @param next where the next page begins; null on the last one */
    @Schema(name = "DeliveryPage")
    public record Page(List<Mailed> items, @Nullable UUID next) {}

    @Transactional
    Page handle(Query query) {
        try (var connection = database.getConnection()) {
            if (query.after().isPresent()
                    && !knows(connection, query.companyId(), query.after().get())) {
                throw DeliveryProblems.cursorUnknown().exception();
            }
            var mails = read(connection, query);
            if (mails.size() <= query.size()) {
                return new Page(mails, null);
            }
            var page = mails.subList(0, query.size());
            return new Page(page, page.get(page.size() - 1).id());
        } catch (SQLException failure) {
            throw new IllegalStateException("the deliveries could not be listed", failure);
        }
    }

    private static boolean knows(Connection connection, UUID company, UUID delivery) throws SQLException {
        try (var select = connection.prepareStatement(KNOWS_CURSOR)) {
            select.setObject(1, delivery);
            select.setObject(2, company);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<Mailed> read(Connection connection, Query query) throws SQLException {
        try (var select = connection.prepareStatement(PAGE)) {
            var after = query.after().orElse(null);
            select.setObject(1, query.companyId());
            var state = query.state().map(DeliveryState::name).orElse(null);
            select.setString(2, state);
            select.setString(3, state);
            select.setObject(4, after);
            select.setObject(5, after);
            select.setInt(6, query.size() + 1);
            var mails = new ArrayList<Mailed>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    mails.add(mailed(row));
                }
            }
            return mails;
        }
    }

    private static Mailed mailed(ResultSet row) throws SQLException {
        var state = DeliveryState.valueOf(row.getString("state"));
        return new Mailed(
                row.getObject("id", UUID.class),
                MailKind.valueOf(row.getString("kind")),
                row.getObject("user_id", UUID.class),
                row.getString("recipient"),
                state,
                row.getInt("tries"),
                row.getString("last_answer"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                state == DeliveryState.QUEUED ? instant(row, "next_try_at") : null,
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
