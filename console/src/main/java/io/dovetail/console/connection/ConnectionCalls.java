package io.dovetail.console.connection;

import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** The calls about a company's connection, made for the administrator whose session it is. */
@ApplicationScoped
class ConnectionCalls {
    private final Api api;

    ConnectionCalls(Api api) {
        this.api = api;
    }

    Api.Answer read(Session session) {
        return api.get(path(session, ""), CurrentSession.bearer(session));
    }

    Api.Answer presets() {
        return api.get("/api/sso/providers", Map.of());
    }

    Api.Answer save(Session session, Map<String, String> draft) {
        return api.send("PUT", path(session, ""), CurrentSession.bearer(session), draft);
    }

    Api.Answer verify(Session session) {
        return post(session, "/verifications");
    }

    Api.Answer verification(Session session, String id) {
        return api.get(path(session, "/verifications/" + id), CurrentSession.bearer(session));
    }

    /**
     * Links the administrator's account to who came back in the verification: one service gives a ticket, the next
     * binds.
     *
     * @param browser the cookie by which the services know this browser
     */
    Api.Answer link(Session session, String verification, Map<String, String> browser) {
        var headers = new TreeMap<>(browser);
        headers.putAll(CurrentSession.bearer(session));
        var ticket = api.send("POST", path(session, "/verifications/" + verification + "/link"), headers, Map.of());
        return ticket.ok()
                ? api.send("POST", "/api/bindings", browser, Map.of("ticket", ticket.text("ticket")))
                : ticket;
    }

    Api.Answer enable(Session session) {
        return post(session, "/enable");
    }

    Api.Answer disable(Session session) {
        return post(session, "/disable");
    }

    /** The verified draft in place of the current version, while single sign-on is on. */
    Api.Answer apply(Session session) {
        return post(session, "/apply");
    }

    private Api.Answer post(Session session, String path) {
        return api.send("POST", path(session, path), CurrentSession.bearer(session), Map.of());
    }

    private static String path(Session session, String path) {
        return "/api/sso/" + session.companyId() + path;
    }
}
