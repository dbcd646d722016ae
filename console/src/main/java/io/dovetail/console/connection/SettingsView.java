package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page shows of a connection.
 *
 * @param trialEndsAt when a trial without a sign-in turns itself off, in words; empty when it never will
 * @param saved whether there is a draft or a current version that could be verified
 */
public record SettingsView(
        String companyId,
        String state,
        String trialEndsAt,
        String spEntityId,
        String acsUrl,
        String spMetadataUrl,
        List<String> attributes,
        String provider,
        String metadataUrl,
        String idpEntityId,
        String ssoUrl,
        List<Key> keys,
        String draftVersion,
        String currentVersion,
        boolean saved) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A key that the provider signs with: its certificate's SHA-256 and end. */
    public record Key(String fingerprint, String ends) {}

    static SettingsView of(JsonNode connection) {
        var copy = connection.path("copy");
        var draft = connection.path("draft");
        var current = connection.path("current");
        var shown = draft.isObject() ? draft : current;
        var attributes = new ArrayList<String>();
        copy.path("attributes").forEach(name -> attributes.add(name.asText("")));
        var keys = new ArrayList<Key>();
        for (var key : shown.path("keys")) {
            keys.add(new Key(text(key, "fingerprint"), day(text(key, "notAfter"))));
        }
        return new SettingsView(
                text(connection, "companyId"),
                text(connection, "state"),
                UtcTime.inWords(text(connection, "trialEndsAt")),
                text(copy, "spEntityId"),
                text(copy, "acsUrl"),
                text(copy, "spMetadataUrl"),
                attributes,
                shown.path("provider").asText("NONE"),
                text(shown, "metadataUrl"),
                text(shown, "idpEntityId"),
                text(shown, "ssoUrl"),
                keys,
                text(draft, "version"),
                text(current, "version"),
                shown.isObject());
    }

    public String stateInWords() {
        return switch (state) {
            case "OFF" -> "Off";
            case "ON_TRIAL" -> "On, until the first sign-in on trial";
            case "ON" -> "On";
            default -> state;
        };
    }

    public boolean isOff() {
        return state.equals("OFF");
    }

    public boolean hasDraft() {
        return !draftVersion.isEmpty();
    }

    /** The day in UTC, as people write it; what is no time stays as it is. */
    private static String day(String time) {
        try {
            return DAY.format(Instant.parse(time).atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException notATime) {
            return time;
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /**
     * A provider that the services know.
     *
     * @param fields what it calls the three attributes, in the order of {@link SettingsView#attributes()}
     */
    public record Preset(String id, String title, String fields) {

        static List<Preset> of(JsonNode providers) {
            var presets = new ArrayList<Preset>();
            for (var provider : providers) {
                var fields = new ArrayList<String>();
                provider.path("fields").forEach(field -> fields.add(field.asText("")));
                presets.add(new Preset(text(provider, "id"), text(provider, "title"), String.join(", ", fields)));
            }
            return presets;
        }
    }

    /** What stands in the form: what was typed, or what is saved. */
    public record Form(String provider, String metadataUrl, String metadataXml) {}

    Form form() {
        return new Form(provider, metadataUrl, "");
    }
}
