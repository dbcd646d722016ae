package io.dovetail.console.session;

import io.dovetail.console.web.Api;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of this request; refreshed once when its access token ends, and then set anew with the answer. */
@RequestScoped
public class CurrentSession {
    private final SessionCookie cookie;
    private final Api api;
    private final HttpHeaders headers;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Session renewed;

    CurrentSession(SessionCookie cookie, Api api, HttpHeaders headers) {
        this.cookie = cookie;
        this.api = api;
        this.headers = headers;
    }

    /** Empty when nobody is signed in, or no longer. */
    public Optional<Session> find() {
        if (renewed != null) {
            return Optional.of(renewed);
        }
        return cookie.open(headers)
                .flatMap(session -> session.endsSoon(clock.instant()) ? refresh(session) : Optional.of(session));
    }

    private Optional<Session> refresh(Session session) {
        var answer =
                api.send("POST", "/api/sessions/refresh", Map.of(), Map.of("refreshToken", session.refreshToken()));
        if (!answer.ok()) {
            return Optional.empty();
        }
        renewed = session.renewed(answer.body(), clock.instant());
        return Optional.of(renewed);
    }

    /** The answer, with the refreshed cookie where there was a refresh. */
    public Response with(Response answer) {
        return renewed == null
                ? answer
                : Response.fromResponse(answer).cookie(cookie.seal(renewed)).build();
    }

    public static Map<String, String> bearer(Session session) {
        return Map.of("Authorization", "Bearer " + session.accessToken());
    }
}
