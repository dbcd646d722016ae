package io.dovetail.bindings.overview;

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

/** Lists a company's users by address, page by page, each with how far they are. */
@ApplicationScoped
class ListPeople {
    private static final String KNOWS_CURSOR = "select 1 from user_copy where user_id = ? and company_id = ?";
    private static final String PAGE_OF_PEOPLE = """
            select * from (%s) person
            where (? is null or status = ?)
                and (?::uuid[] is null or user_id = any (?))
                and (?::uuid is null
                    or (email, user_id) > (select email, user_id from user_copy where user_id = ?))
            order by email, user_id limit ?""".formatted(PeopleQuery.PEOPLE);

    private final DataSource database;

    ListPeople(DataSource database) {
        this.database = database;
    }

    /**
     * @param users nobody but these; empty for all
     * @param after the user with whom the page before ended
     */
    record Query(UUID companyId, Optional<PersonStatus> status, List<UUID> users, Optional<UUID> after, int size) {}

    /** @param next where the next page begins; null on the last one */
    @Schema(name = "BindingPage")
    public record Page(List<Person> items, @Nullable UUID next) {}

    @Transactional
    Page handle(Query query) {
        try (var connection = database.getConnection()) {
            if (query.after().isPresent()
                    && !knows(connection, query.companyId(), query.after().get())) {
                throw OverviewProblems.cursorUnknown().exception();
            }
            var people = read(connection, query);
            if (people.size() <= query.size()) {
                return new Page(people, null);
            }
            var page = people.subList(0, query.size());
            return new Page(page, page.get(page.size() - 1).userId());
        } catch (SQLException failure) {
            throw new IllegalStateException("the people could not be listed", failure);
        }
    }

    private static boolean knows(Connection connection, UUID company, UUID user) throws SQLException {
        try (var select = connection.prepareStatement(KNOWS_CURSOR)) {
            select.setObject(1, user);
            select.setObject(2, company);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<Person> read(Connection connection, Query query) throws SQLException {
        try (var select = connection.prepareStatement(PAGE_OF_PEOPLE)) {
            var status = query.status().map(PersonStatus::name).orElse(null);
            var after = query.after().orElse(null);
            select.setObject(1, query.companyId());
            select.setString(2, status);
            select.setString(3, status);
            var users = query.users().isEmpty()
                    ? null
                    : connection.createArrayOf("uuid", query.users().toArray());
            select.setArray(4, users);
            select.setArray(5, users);
            select.setObject(6, after);
            select.setObject(7, after);
            select.setInt(8, query.size() + 1);
            var people = new ArrayList<Person>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    people.add(person(row));
                }
            }
            return people;
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("role"),
                PersonStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("binding_id", UUID.class),
                row.getString("saml_id"),
                instant(row, "bound_at"),
                row.getString("provider_email"),
                instant(row, "link_issued_at"),
                instant(row, "link_expires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
