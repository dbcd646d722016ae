package io.dovetail.console.home;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One of a person's own sessions.
 *
 * @param current whether it is this browser's
 */
public record OwnSession(String id, String method, String openedAt, String expiresAt, boolean current) {

    static List<OwnSession> all(JsonNode page) {
        var sessions = new ArrayList<OwnSession>();
        for (var session : page.path("items")) {
            sessions.add(new OwnSession(
                    session.path("id").asText(""),
                    session.path("method").asText(""),
                    UtcTime.inWords(session.path("openedAt").asText("")),
                    UtcTime.inWords(session.path("expiresAt").asText("")),
                    session.path("current").asBoolean()));
        }
        return sessions;
    }

    public String methodInWords() {
        return switch (method) {
            case "SSO" -> "through your company's identity provider";
            case "PASSWORD" -> "with e-mail address and password";
            case "RECOVERY" -> "by a recovery code";
            default -> method;
        };
    }
}
