package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A key of the provider that answers are or were checked with.
 *
 * @param uses for which version it counted, and since when and until when
 */
public record KnownKey(
        String fingerprint, String subject, String from, String until, boolean trusted, List<String> uses) {

    static List<KnownKey> all(JsonNode list) {
        var keys = new ArrayList<KnownKey>();
        for (var key : list.path("items")) {
            var uses = new ArrayList<String>();
            key.path("versions").forEach(use -> uses.add(inWords(use)));
            keys.add(new KnownKey(
                    text(key, "fingerprint"),
                    text(key, "subject"),
                    UtcTime.inWords(text(key, "notBefore")),
                    UtcTime.inWords(text(key, "notAfter")),
                    key.path("trusted").asBoolean(),
                    uses));
        }
        return keys;
    }

    private static String inWords(JsonNode use) {
        var part = switch (text(use, "part")) {
            case "CURRENT" -> ", in use";
            case "DRAFT" -> ", draft";
            default -> "";
        };
        var ended = text(use, "endedAt");
        return "version " + text(use, "version") + part + ": since " + UtcTime.inWords(text(use, "addedAt"))
                + (ended.isEmpty() ? "" : ", until " + UtcTime.inWords(ended));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
