package io.dovetail.users;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operator, people at their browsers, and the neighbours of this service. */
@ApplicationScoped
public class Scene {
    public static final String PASSWORD = "correct horse battery staple";

    private final Published published;
    private final Tickets tickets;
    private final Clock clock;

    Scene(Published published, Tickets tickets, Clock clock) {
        this.published = published;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A registered company and its administrator. */
    public record Registered(UUID company, UUID admin, String email, String domain) {}

    public static RequestSpecification operator() {
        return given().header("X-Operator-Key", EmbeddedParts.OPERATOR_KEY).contentType(ContentType.JSON);
    }

    public static Map<String, Object> wish(String domain, String email) {
        var wish = new HashMap<String, Object>();
        wish.put("name", "Company of " + domain);
        wish.put("domains", List.of(domain));
        wish.put("singleSignOn", "ALLOWED");
        wish.put("admin", new HashMap<>(Map.of("email", email, "firstName", "Ada", "lastName", "Lovelace")));
        return wish;
    }

    public static String newDomain() {
        return "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
    }

    /** A company whose administrator has not created a password. */
    public Registered registered() {
        var domain = newDomain();
        return registered(domain, "ada@" + domain);
    }

    public Registered registered(String domain, String email) {
        var answer = operator().body(wish(domain, email)).post("/api/companies");
        answer.then().statusCode(201);
        return new Registered(
                UUID.fromString(answer.path("companyId")), UUID.fromString(answer.path("adminUserId")), email, domain);
    }

    /** A company whose administrator can sign in with {@link #PASSWORD}. */
    public Registered active() {
        var registered = registered();
        createPassword(newestToken(registered.company()), PASSWORD).then().statusCode(204);
        return registered;
    }

    public static Response createPassword(String token, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post("/api/password-resets/" + token);
    }

    /** The token of the link that was mailed last, as notification-service would open it. */
    public String newestToken(UUID company) {
        return token(published.last(company, "password-link-issued"));
    }

    public String token(JsonNode passwordLinkIssued) {
        var sealed = passwordLinkIssued.get("sealedLink").asText();
        var url = tickets.open(new Pair("user-service", "notification-service"), "link", Map.class, sealed)
                .claims()
                .get("url")
                .toString();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    public static Response signIn(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/api/sessions");
    }

    public static Response refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/api/sessions/refresh");
    }

    public static RequestSpecification as(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).contentType(ContentType.JSON);
    }

    /** Publishes a connection as sso-service would, and waits until this service knows it. */
    public void connection(UUID company, long revision, String state, @Nullable UUID source) {
        connection(company, revision, state, source, 0, 0);
    }

    /** The same with its switch-overs. */
    public void switchOver(UUID company, String state, long switchOver, long settled) {
        var revision = 10 * switchOver + (state.equals("ON") ? 1 : 0);
        connection(company, revision, state, UUID.randomUUID(), switchOver, settled);
        reconciled(company);
    }

    /** Waits until the company's users were gone through. */
    public void reconciled(UUID company) {
        Eventually.until(
                "the users are gone through",
                () -> published
                        .value("select count(*) from job where company_id = ? and state = 'RUNNING'", company)
                        .equals("0"));
    }

    private void connection(
            UUID company, long revision, String state, @Nullable UUID source, long switchOver, long settled) {
        var data = new HashMap<String, @Nullable Object>();
        data.put("companyId", company);
        data.put("revision", revision);
        data.put("state", state);
        data.put("provider", "JUMPCLOUD");
        data.put("source", source);
        data.put("switchOver", switchOver);
        data.put("settledSwitchOver", settled);
        publish("dovetail.sso", "connection-changed", company.toString(), company, data);
        var sql = "select 1 from connection_copy where company_id = ? and revision >= ?";
        Eventually.until(
                "the connection", () -> published.value(sql, company, revision).equals("1"));
    }

    /** Waits until whoever wanted in was answered. */
    public void waysInAnswered() {
        Eventually.until(
                "whoever wanted in is answered",
                () -> published
                        .value("select (select count(*) from password_reset_request)"
                                + " + (select count(*) from way_in_request)")
                        .equals("0"));
    }

    /** Publishes a binding as binding-service would, and waits until this service knows it. */
    public UUID binding(UUID company, UUID user, UUID source, String samlId) {
        var binding = UUID.randomUUID();
        binding(binding, company, user, source, samlId, "BOUND", 1);
        return binding;
    }

    public void binding(
            UUID binding, UUID company, UUID user, UUID source, String samlId, String state, long revision) {
        publish(
                "dovetail.bindings",
                "binding-changed",
                user.toString(),
                company,
                Map.of(
                        "bindingId", binding,
                        "companyId", company,
                        "userId", user,
                        "source", source,
                        "samlId", samlId,
                        "state", state,
                        "revision", revision));
        var sql = "select 1 from binding_copy where binding_id = ? and revision >= ?";
        Eventually.until(
                "the binding", () -> published.value(sql, binding, revision).equals("1"));
    }

    /** Somebody at the page of a dead binding link, of which binding-service told; waits until it was handled. */
    public void linkAsked(UUID company, UUID user, long switchOver, Instant askedAt) {
        var data = Map.of("companyId", company, "userId", user, "switchOver", switchOver, "askedAt", askedAt);
        var event =
                Event.of("dovetail.bindings", "link-asked", user.toString(), company, Actor.anonymous(), askedAt, data);
        TestEvents.publish(event);
        TestEvents.publish(event);
        Eventually.until(
                "the wish",
                () -> published
                        .value("select count(*) from inbox where event_id = ?", event.id())
                        .equals("1"));
    }

    public void publish(String topic, String name, String key, UUID company, Object data) {
        TestEvents.publish(Event.of(topic, name, key, company, Actor.system(), clock.instant(), data));
    }
}
