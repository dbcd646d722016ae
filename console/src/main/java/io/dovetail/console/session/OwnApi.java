package io.dovetail.console.session;

import io.dovetail.console.web.Api;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** The REST calls made for who is signed in; a session that ended elsewhere is noticed by whichever comes first. */
@ApplicationScoped
public class OwnApi {
    private final Api api;

    OwnApi(Api api) {
        this.api = api;
    }

    public Api.Answer get(Session session, String path) {
        return known(api.get(path, CurrentSession.bearer(session)));
    }

    public Api.Answer delete(Session session, String path) {
        return known(api.delete(path, CurrentSession.bearer(session)));
    }

    public Api.Answer post(Session session, String path) {
        return send(session, "POST", path, Map.of());
    }

    /** @param browser the cookie by which the services know this browser */
    public Api.Answer post(Session session, String path, Map<String, String> browser) {
        var headers = new TreeMap<>(browser);
        headers.putAll(CurrentSession.bearer(session));
        return known(api.send("POST", path, headers, Map.of()));
    }

    public Api.Answer send(Session session, String method, String path, Object body) {
        return known(api.send(method, path, CurrentSession.bearer(session), body));
    }

    private static Api.Answer known(Api.Answer answer) {
        if (answer.status() == 401) {
            throw new SessionEnded();
        }
        return answer;
    }
}
