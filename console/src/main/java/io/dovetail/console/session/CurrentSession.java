package io.dovetail.console.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.seal.SealedCookies;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.ProblemPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of this request: begun, refreshed once when its access token has ended, or ended. */
@RequestScoped
public class CurrentSession {
    private static final String COOKIE = "dovetail-session";

    private final SealedCookies cookies;
    private final Api api;
    private final HttpHeaders headers;
    private final Clock clock;
    private @Nullable Session fresh;
    private @Nullable NewCookie changed;
    private boolean gone;

    CurrentSession(SealedCookies cookies, Api api, HttpHeaders headers, Clock clock) {
        this.cookies = cookies;
        this.api = api;
        this.headers = headers;
        this.clock = clock;
    }

    /** Empty when nobody is signed in, or no longer. */
    public Optional<Session> find() {
        if (gone || fresh != null) {
            return Optional.ofNullable(fresh);
        }
        return cookies.find(headers, COOKIE, Session.class)
                .flatMap(session -> session.endsSoon(clock.instant()) ? refresh(session) : Optional.of(session));
    }

    /**
     * Signs the browser in.
     *
     * @param opened what {@code POST /api/sessions} answered
     */
    public void begin(JsonNode opened, SignInMethod method) {
        var session = Session.of(opened, method, clock.instant());
        changed = cookies.create(COOKIE, session, SealedCookies.WHILE_OPEN);
        fresh = session;
        gone = false;
    }

    /** Signs the browser out. */
    public void end() {
        changed = cookies.remove(COOKIE);
        fresh = null;
        gone = true;
    }

    /** The cookie that this request's answer must set, if any. */
    Optional<NewCookie> changed() {
        return Optional.ofNullable(changed);
    }

    /** Tabs may do so at the same time: the services take a replaced refresh token for half a minute more. */
    private Optional<Session> refresh(Session session) {
        var answer =
                api.send("POST", "/api/sessions/refresh", Map.of(), Map.of("refreshToken", session.refreshToken()));
        if (answer.status() == 429) {
            throw new ProblemPage(429, answer.text("title"), answer.advice());
        }
        if (!answer.ok()) {
            end();
            return Optional.empty();
        }
        begin(answer.body(), session.method());
        return Optional.ofNullable(fresh);
    }

    public static Map<String, String> bearer(Session session) {
        return Map.of("Authorization", "Bearer " + session.accessToken());
    }
}
