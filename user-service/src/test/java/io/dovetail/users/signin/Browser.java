package io.dovetail.users.signin;

import static io.restassured.RestAssured.given;

import io.dovetail.kit.identity.BrowserCookie;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.users.Scene;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's browser with its cookie, and the services that seal tickets for it. */
@ApplicationScoped
class Browser {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String COOKIE = "the-cookie-of-this-browser";

    private final Tickets tickets;
    private final BrowserCookie cookie;
    private final EntityManager entities;

    Browser(Tickets tickets, BrowserCookie cookie, EntityManager entities) {
        this.tickets = tickets;
        this.cookie = cookie;
        this.entities = entities;
    }

    /** An accepted sign-in as sso-service puts it into its ticket. */
    record SignIn(
            UUID companyId,
            UUID source,
            String samlId,
            String firstName,
            String lastName,
            UUID signInId,
            long connectionRevision,
            String connectionState) {

        static SignIn of(UUID company, UUID source) {
            return new SignIn(company, source, "ada", "Ada", "Lovelace", UUID.randomUUID(), 5, "ON");
        }

        SignIn by(String other) {
            return new SignIn(
                    companyId, source, other, firstName, lastName, signInId, connectionRevision, connectionState);
        }

        SignIn named(String first, String last) {
            return new SignIn(companyId, source, samlId, first, last, signInId, connectionRevision, connectionState);
        }

        SignIn withConnection(long revision, String state) {
            return new SignIn(companyId, source, samlId, firstName, lastName, signInId, revision, state);
        }

        private Map<String, @Nullable Object> claims(String browserHash) {
            var claims = new HashMap<String, @Nullable Object>();
            claims.put("companyId", companyId);
            claims.put("source", source);
            claims.put("samlId", samlId);
            claims.put("firstName", firstName);
            claims.put("lastName", lastName);
            claims.put("signInId", signInId);
            claims.put("connectionRevision", connectionRevision);
            claims.put("connectionState", connectionState);
            claims.put("browserHash", browserHash);
            claims.put("returnTo", null);
            return claims;
        }
    }

    String ticket(SignIn signIn) {
        return seal(new Pair("sso-service", "user-service"), "sign-in", signIn.claims(BrowserCookie.hash(COOKIE)));
    }

    String ticketForAnotherPurpose(SignIn signIn) {
        return seal(new Pair("sso-service", "user-service"), "bind", signIn.claims(BrowserCookie.hash(COOKIE)));
    }

    /** A binding as binding-service vouches for it; of this browser, or of none. */
    String boundTicket(UUID binding, UUID user, SignIn signIn, boolean ofThisBrowser) {
        return seal(new Pair("binding-service", "user-service"), "bound", bound(binding, user, signIn, ofThisBrowser));
    }

    /** One of a sign-in whose session the provider ends at that moment. */
    String boundTicketUntil(UUID user, SignIn signIn, Instant sessionEnd) {
        var claims = bound(UUID.randomUUID(), user, signIn, true);
        claims.put("notAfter", sessionEnd.getEpochSecond());
        return seal(new Pair("binding-service", "user-service"), "bound", claims);
    }

    private static Map<String, @Nullable Object> bound(UUID binding, UUID user, SignIn signIn, boolean ofThisBrowser) {
        var claims = new HashMap<String, @Nullable Object>();
        claims.put("bindingId", binding);
        claims.put("companyId", signIn.companyId());
        claims.put("userId", user);
        claims.put("source", signIn.source());
        claims.put("samlId", signIn.samlId());
        claims.put("firstName", "Grace");
        claims.put("lastName", "Hopper");
        claims.put("revision", 1);
        claims.put("signInId", signIn.signInId());
        claims.put("browserHash", ofThisBrowser ? BrowserCookie.hash(COOKIE) : null);
        return claims;
    }

    /** A recovery code as sso-service vouches for it; of this browser, or of none. */
    String recoveryTicket(UUID company, UUID user, boolean ofThisBrowser) {
        var claims = new HashMap<String, @Nullable Object>();
        claims.put("companyId", company);
        claims.put("userId", user);
        claims.put("browserHash", ofThisBrowser ? BrowserCookie.hash(COOKIE) : null);
        return seal(new Pair("sso-service", "user-service"), "recovery", claims);
    }

    /** The same with the provider's own end of the session. */
    String ticket(SignIn signIn, Instant notAfter) {
        var claims = new HashMap<String, @Nullable Object>(signIn.claims(BrowserCookie.hash(COOKIE)));
        claims.put("notAfter", notAfter.getEpochSecond());
        return seal(new Pair("sso-service", "user-service"), "sign-in", claims);
    }

    Response present(String ticket) {
        return presentFrom(COOKIE, ticket);
    }

    Response presentFrom(String cookieValue, String ticket) {
        return given().contentType(ContentType.JSON)
                .cookie(cookie.name(), cookieValue)
                .body(Map.of("ticket", ticket))
                .post("/api/sessions");
    }

    static Response presentWithoutCookie(String ticket) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("ticket", ticket))
                .post("/api/sessions");
    }

    static Response presentSignedIn(String accessToken, String ticket) {
        return Scene.as(accessToken).body(Map.of("ticket", ticket)).post("/api/sessions");
    }

    @Transactional
    void deactivate(UUID user) {
        entities.createNativeQuery("update user_account set status = 'DEACTIVATED' where id = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    @Transactional
    void demote(UUID user) {
        entities.createNativeQuery("update user_account set role = 'MEMBER' where id = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    private String seal(Pair pair, String purpose, Object claims) {
        return tickets.seal(pair, purpose, claims, MINUTE);
    }
}
