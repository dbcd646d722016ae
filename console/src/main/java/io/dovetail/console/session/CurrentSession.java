package io.dovetail.console.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.Api;
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
    private final SessionCookie cookie;
    private final Api api;
    private final HttpHeaders headers;
    private final Clock clock;
    private @Nullable Session fresh;
    private boolean gone;

    CurrentSession(SessionCookie cookie, Api api, HttpHeaders headers, Clock clock) {
        this.cookie = cookie;
        this.api = api;
        this.headers = headers;
        this.clock = clock;
    }

    /** Empty when nobody is signed in, or no longer. */
    public Optional<Session> find() {
        if (gone || fresh != null) {
            return Optional.ofNullable(fresh);
        }
        return cookie.open(headers)
                .flatMap(session -> session.endsSoon(clock.instant()) ? refresh(session) : Optional.of(session));
    }

    /**
     * Signs the browser in.
     *
     * @param opened what {@code POST /api/sessions} answered
     */
    public void begin(JsonNode opened) {
        fresh = Session.of(opened, clock.instant());
        gone = false;
    }

    /** Signs the browser out. */
    public void end() {
        fresh = null;
        gone = true;
    }

    /** The cookie that this request's answer must set, if any. */
    Optional<NewCookie> changed() {
        return gone ? Optional.of(cookie.remove()) : Optional.ofNullable(fresh).map(cookie::seal);
    }

    private Optional<Session> refresh(Session session) {
        var answer =
                api.send("POST", "/api/sessions/refresh", Map.of(), Map.of("refreshToken", session.refreshToken()));
        if (!answer.ok()) {
            end();
            return Optional.empty();
        }
        begin(answer.body());
        return Optional.ofNullable(fresh);
    }

    public static Map<String, String> bearer(Session session) {
        return Map.of("Authorization", "Bearer " + session.accessToken());
    }
}
