package io.dovetail.bindings;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.PublishedEvents;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The neighbours of this service: what they send to it, and a look into its database. */
@ApplicationScoped
public class Scene {
    private static final Pair FROM_SSO = new Pair("sso-service", "binding-service");
    private static final Pair TO_NOTIFICATION = new Pair("binding-service", "notification-service");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tickets tickets;
    private final DataSource database;
    private final Clock clock;

    Scene(Tickets tickets, DataSource database, Clock clock) {
        this.tickets = tickets;
        this.database = database;
        this.clock = clock;
    }

    /** A person who came back from the provider with an identity, wanting to be bound. */
    public record Attempt(UUID companyId, UUID userId, UUID source, String samlId, UUID signInId) {
        public static Attempt any() {
            return new Attempt(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "ada", UUID.randomUUID());
        }

        public Attempt byUser(UUID user) {
            return new Attempt(companyId, user, source, samlId, UUID.randomUUID());
        }

        public Attempt withSamlId(String other) {
            return new Attempt(companyId, userId, source, other, UUID.randomUUID());
        }

        public Attempt withSource(UUID other) {
            return new Attempt(companyId, userId, other, samlId, UUID.randomUUID());
        }
    }

    public String ticket(Attempt attempt) {
        return ticket(attempt, "bind", null);
    }

    public String ticket(Attempt attempt, String purpose, @Nullable String browserHash) {
        var claims = new HashMap<String, @Nullable Object>(Map.of(
                "companyId", attempt.companyId(),
                "userId", attempt.userId(),
                "source", attempt.source(),
                "samlId", attempt.samlId(),
                "firstName", "Ada",
                "lastName", "Lovelace",
                "signInId", attempt.signInId()));
        claims.put("browserHash", browserHash);
        return tickets.seal(FROM_SSO, purpose, claims, Duration.ofSeconds(60));
    }

    /** Presents a ticket of a sign-in that began with this link. */
    public Response bindBy(Attempt attempt, UUID link) {
        var claims = Map.of(
                "companyId", attempt.companyId(),
                "userId", attempt.userId(),
                "source", attempt.source(),
                "samlId", attempt.samlId(),
                "signInId", attempt.signInId(),
                "browserHash", BrowserCookie.hash("browser"),
                "linkId", link);
        return given().contentType("application/json")
                .cookie("dovetail-browser", "browser")
                .body(Map.of("ticket", tickets.seal(FROM_SSO, "bind", claims, Duration.ofSeconds(60))))
                .post("/api/bindings");
    }

    public static Response present(String ticket) {
        return given().contentType("application/json")
                .body(Map.of("ticket", ticket))
                .post("/api/bindings");
    }

    /** Publishes sign-in-accepted with purpose BIND. */
    public UUID accept(Attempt attempt) {
        var data = new HashMap<String, @Nullable Object>(Map.of(
                "companyId", attempt.companyId(),
                "signInId", attempt.signInId(),
                "purpose", "BIND",
                "source", attempt.source(),
                "samlId", attempt.samlId(),
                "firstName", "Ada",
                "lastName", "Lovelace",
                "userId", attempt.userId(),
                "connectionRevision", 7));
        return publish(
                "dovetail.sso",
                "sign-in-accepted",
                attempt.companyId() + ":" + attempt.samlId(),
                attempt.companyId(),
                Actor.system(),
                data);
    }

    public UUID userChanged(UUID company, UUID user, long revision, String email, String status) {
        var data = Map.of(
                "userId", user,
                "companyId", company,
                "revision", revision,
                "email", email,
                "firstName", "Ada",
                "lastName", "Lovelace",
                "role", "ADMIN",
                "status", status,
                "hasPassword", true);
        return publish("dovetail.users", "user-changed", user.toString(), company, Actor.system(), data);
    }

    public UUID connectionChanged(UUID company, long revision, String state, @Nullable UUID source) {
        return connectionChanged(company, revision, state, source, 0, null);
    }

    public UUID connectionChanged(
            UUID company,
            long revision,
            String state,
            @Nullable UUID source,
            int switchOver,
            @Nullable UUID readySource) {
        var data = new HashMap<String, @Nullable Object>();
        data.put("companyId", company);
        data.put("revision", revision);
        data.put("state", state);
        data.put("provider", "JUMPCLOUD");
        data.put("source", source);
        data.put("switchOver", switchOver);
        data.put("readySource", readySource);
        return publish("dovetail.sso", "connection-changed", company.toString(), company, Actor.system(), data);
    }

    /** Somebody at the page of a dead link of user-service, which has heard of that many switch-overs. */
    public UUID linkAsked(UUID company, UUID user, long switchOver, Instant askedAt) {
        var data = Map.of("companyId", company, "userId", user, "switchOver", switchOver, "askedAt", askedAt);
        return publish("dovetail.users", "link-asked", user.toString(), company, Actor.system(), data);
    }

    public UUID companyChanged(UUID company, String name) {
        var data = Map.of(
                "companyId",
                company,
                "revision",
                1,
                "name",
                name,
                "status",
                "ACTIVE",
                "singleSignOn",
                "ALLOWED",
                "domains",
                List.of("example.com"));
        return publish("dovetail.users", "company-changed", company.toString(), company, Actor.system(), data);
    }

    /** The data of the company's events of this name, in the order in which they were told. */
    public List<JsonNode> events(UUID company, String name) {
        return new PublishedEvents(database, JSON).events(company, name);
    }

    /** What stands behind /bind/ in the mail of this link. */
    public String token(JsonNode linkIssued) {
        var opened = tickets.open(
                TO_NOTIFICATION,
                "link",
                JsonNode.class,
                linkIssued.get("sealedLink").asText());
        return opened.claims().get("url").asText().replaceFirst(".*/bind/", "");
    }

    public UUID publish(String topic, String name, String key, UUID company, Actor actor, Object data) {
        var event = Event.of(topic, name, key, company, actor, clock.instant(), data);
        TestEvents.publish(event);
        return event.id();
    }

    public void awaitTaken(UUID... events) {
        for (var event : events) {
            Eventually.until(
                    "event " + event + " taken",
                    () -> count("select count(*) from inbox where event_id = ?", event) == 1);
        }
    }

    /** How many events of this company were told, by name. */
    public long told(UUID company, String name) {
        return count(
                "select count(*) from outbox where company_id = ? and type = ?", company, "dovetail." + name + ".v1");
    }

    public long bindings(UUID company) {
        return count("select count(*) from binding where company_id = ?", company);
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
