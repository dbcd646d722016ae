package io.dovetail.console.connection;

import io.dovetail.console.session.OwnApi;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The calls about a company's connection, made for the administrator whose session it is. */
@ApplicationScoped
class ConnectionCalls {
    private final Api api;
    private final OwnApi own;

    ConnectionCalls(Api api, OwnApi own) {
        this.api = api;
        this.own = own;
    }

    Api.Answer read(Session session) {
        return own.get(session, path(session, ""));
    }

    Api.Answer presets() {
        return api.get("/api/sso/providers", Map.of());
    }

    Api.Answer save(Session session, Map<String, Object> draft) {
        return own.send(session, "PUT", path(session, ""), draft);
    }

    Api.Answer verify(Session session) {
        return own.post(session, path(session, "/verifications"));
    }

    Api.Answer verification(Session session, String id) {
        return own.get(session, path(session, "/verifications/" + id));
    }

    /**
     * Links the administrator's account to who came back in the verification: one service gives a ticket, the next
     * binds.
     *
     * @param browser the cookie by which the services know this browser
     */
    Api.Answer link(Session session, String verification, Map<String, String> browser) {
        var ticket = own.post(session, path(session, "/verifications/" + verification + "/link"), browser);
        return ticket.ok()
                ? api.send("POST", "/api/bindings", browser, Map.of("ticket", ticket.text("ticket")))
                : ticket;
    }

    /** @param trialHours after how many hours without a sign-in it rolls back; 0 for never */
    Api.Answer enable(Session session, int trialHours) {
        return own.send(session, "POST", path(session, "/enable"), Map.of("trialHours", trialHours));
    }

    Api.Answer disable(Session session) {
        return own.post(session, path(session, "/disable"));
    }

    /** The verified draft in place of the current version, while single sign-on is on. */
    Api.Answer apply(Session session) {
        return own.post(session, path(session, "/apply"));
    }

    Api.Answer replaceRecoveryCodes(Session session) {
        return own.post(session, path(session, "/recovery-codes"));
    }

    /** The metadata of the current version and of the draft are read again, now. */
    Api.Answer refreshMetadata(Session session) {
        return own.post(session, path(session, "/refresh-metadata"));
    }

    /** The keys that replaced all known ones are the provider's own. */
    Api.Answer acceptHeldChange(Session session, String id) {
        return own.post(session, path(session, "/held-changes/" + id + "/accept"));
    }

    /** The provider's, those of earlier included. */
    Api.Answer keys(Session session) {
        return own.get(session, path(session, "/keys"));
    }

    Api.Answer spKeys(Session session) {
        return own.get(session, path(session, "/sp-keys"));
    }

    Api.Answer addNextSpKey(Session session, String use) {
        return own.post(session, path(session, "/sp-keys/" + use + "/next"));
    }

    Api.Answer activateNextSpKey(Session session, String use) {
        return own.post(session, path(session, "/sp-keys/" + use + "/next/activate"));
    }

    Api.Answer dropNextSpKey(Session session, String use) {
        return own.send(session, "DELETE", path(session, "/sp-keys/" + use + "/next"), Map.of());
    }

    /** @param cursor where the page begins; empty for the first */
    Api.Answer versions(Session session, String cursor) {
        return own.get(session, path(session, "/versions" + (cursor.isEmpty() ? "" : "?cursor=" + cursor)));
    }

    Api.Answer restore(Session session, String version) {
        return own.post(session, path(session, "/versions/" + version + "/restore"));
    }

    private static String path(Session session, String path) {
        return "/api/sso/" + session.companyId() + path;
    }
}
