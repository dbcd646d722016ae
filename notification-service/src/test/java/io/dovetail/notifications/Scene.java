package io.dovetail.notifications;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** user-service as this service sees it, and a look into the database. */
@ApplicationScoped
public class Scene {
    public static final Duration LIFE = Duration.ofHours(72);
    private static final Pair FROM_USERS = new Pair("user-service", "notification-service");

    private final Tickets tickets;
    private final DataSource database;
    private final Clock clock;

    Scene(Tickets tickets, DataSource database, Clock clock) {
        this.tickets = tickets;
        this.database = database;
        this.clock = clock;
    }

    /** One password link on its way to a person. */
    public record Link(UUID companyId, UUID userId, String email, String url, Instant end, Event event) {
        public UUID eventId() {
            return event.id();
        }

        /** The part of the address that nobody else may see. */
        public String token() {
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    public Link link() {
        return link(UUID.randomUUID(), "RESET");
    }

    public Link link(UUID company, String cause) {
        var token = UUID.randomUUID().toString().replace("-", "");
        var url = "http://localhost:8080/password/" + token;
        var sealed = tickets.seal(FROM_USERS, "link", Map.of("url", url), LIFE);
        return link(company, cause, "ada-" + token.substring(0, 12) + "@example.com", url, sealed);
    }

    public Link link(UUID company, String cause, String email, String url, String sealed) {
        var user = UUID.randomUUID();
        var end = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        var data = Map.of(
                "companyId", company,
                "companyName", "Example Works",
                "userId", user,
                "email", email,
                "firstName", "Ada",
                "linkId", UUID.randomUUID(),
                "sealedLink", sealed,
                "expiresAt", end.toString(),
                "cause", cause);
        var event = Event.of(
                "dovetail.users",
                "password-link-issued",
                user.toString(),
                company,
                Actor.user(user),
                clock.instant(),
                new HashMap<>(data));
        return new Link(company, user, email, url, end, event);
    }

    public Link issued() {
        var link = link();
        TestEvents.publish(link.event());
        return link;
    }

    /** A delivery as its row says it is. */
    public record Row(UUID id, String state, int tries, String lastAnswer, boolean hasLink, Instant nextTryAt) {}

    public Row await(Link link, String state) {
        return Eventually.found(
                "delivery to be " + state,
                () -> find(link).filter(row -> row.state().equals(state)));
    }

    /** Waits until it was tried so often and waits for its next try. */
    public Row awaitPostponed(Link link, int tries) {
        return Eventually.found(
                "delivery to be postponed",
                () -> find(link)
                        .filter(row -> row.tries() >= tries
                                && !row.lastAnswer().isEmpty()
                                && row.nextTryAt().isBefore(clock.instant().plusSeconds(60))));
    }

    public Optional<Row> find(Link link) {
        var sql = "select id, state, tries, coalesce(last_answer, ''), link is not null, next_try_at"
                + " from delivery where cause_event_id = ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, link.eventId());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getTimestamp(6).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new AssertionError("the database was not read", failure);
        }
    }

    public void awaitTaken(UUID event) {
        Eventually.until(
                "event " + event + " taken", () -> count("select count(*) from inbox where event_id = ?", event) == 1);
    }

    public long told(UUID company, String name) {
        return count(
                "select count(*) from outbox where company_id = ? and type = ?", company, "dovetail." + name + ".v1");
    }

    public long count(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new AssertionError("the database was not read", failure);
        }
    }

    public int execute(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError("the database was not written", failure);
        }
    }
}
