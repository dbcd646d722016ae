package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a version and how fresh the metadata are that they come from, as the page shows them.
 *
 * @param title which version it is
 * @param isRefreshed whether they have an address that is read again; nothing below is there without
 * @param problem what was wrong at the last try, and what to do; empty when it went well
 * @param held what waits for an administrator; null when nothing does
 */
public record MetadataView(
        String title,
        List<Key> keys,
        boolean isRefreshed,
        String lastRefreshed,
        String lastTried,
        String nextRefresh,
        String problem,
        @Nullable Held held) {

    /** A certificate of the provider. */
    public record Key(String fingerprint, String subject, String from, String until) {
        static List<Key> of(JsonNode keys) {
            var all = new ArrayList<Key>();
            for (var key : keys) {
                all.add(new Key(
                        text(key, "fingerprint"), text(key, "subject"), time(key, "notBefore"), time(key, "notAfter")));
            }
            return all;
        }
    }

    /** Changed metadata of which nothing was taken over. */
    public record Held(
            String id,
            String since,
            List<String> changes,
            String idpEntityId,
            String ssoUrl,
            List<Key> keys,
            boolean acceptable,
            String advice) {

        static @Nullable Held of(JsonNode held) {
            if (!held.isObject()) {
                return null;
            }
            var changes = new ArrayList<String>();
            held.path("changes").forEach(change -> changes.add(inWords(change.asText(""))));
            return new Held(
                    text(held, "id"),
                    time(held, "heldAt"),
                    changes,
                    text(held, "idpEntityId"),
                    text(held, "ssoUrl"),
                    Key.of(held.path("keys")),
                    held.path("acceptable").asBoolean(),
                    text(held, "advice"));
        }

        private static String inWords(String change) {
            return switch (change) {
                case "ENTITY_ID" -> "The IdP entity ID is another one: this may be another provider.";
                case "SIGN_IN_ADDRESS" -> "The sign-in address is another one.";
                case "EVERY_KEY" -> "None of the certificates that are trusted so far is listed any more.";
                default -> change;
            };
        }
    }

    /** Of the version that people come in by, then of the draft, as far as they are there. */
    static List<MetadataView> of(JsonNode connection) {
        var all = new ArrayList<MetadataView>();
        if (connection.path("current").isObject()) {
            all.add(of("Current version", connection.path("current")));
        }
        if (connection.path("draft").isObject()) {
            all.add(of("Draft", connection.path("draft")));
        }
        return all;
    }

    private static MetadataView of(String part, JsonNode version) {
        var refresh = version.path("refresh");
        return new MetadataView(
                part + " " + text(version, "version"),
                Key.of(version.path("keys")),
                refresh.isObject(),
                time(refresh, "lastRefreshedAt"),
                time(refresh, "lastTriedAt"),
                time(refresh, "nextRefreshAt"),
                text(refresh.path("problem"), "advice"),
                Held.of(refresh.path("held")));
    }

    private static String time(JsonNode node, String field) {
        return UtcTime.inWords(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
