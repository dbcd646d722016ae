package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the page shows of a connection.
 *
 * @param trialEndsAt when a trial without a sign-in turns itself off, in words; empty when it never will
 * @param form what the form shows before anything is typed
 * @param spKeys our own keys; none while nothing is signed or encrypted
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
        String idpEntityId,
        String ssoUrl,
        DraftForm form,
        List<SpKeyView> spKeys,
        List<MetadataView> metadata,
        String draftVersion,
        String currentVersion,
        boolean saved) {

    static SettingsView of(JsonNode connection, List<SpKeyView> spKeys) {
        var copy = connection.path("copy");
        var draft = connection.path("draft");
        var current = connection.path("current");
        var shown = draft.isObject() ? draft : current;
        var attributes = new ArrayList<String>();
        copy.path("attributes").forEach(name -> attributes.add(name.asText("")));
        return new SettingsView(
                text(connection, "companyId"),
                text(connection, "state"),
                UtcTime.inWords(text(connection, "trialEndsAt")),
                text(copy, "spEntityId"),
                text(copy, "acsUrl"),
                text(copy, "spMetadataUrl"),
                attributes,
                text(shown, "idpEntityId"),
                text(shown, "ssoUrl"),
                DraftForm.saved(shown),
                spKeys,
                MetadataView.of(connection),
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

    /** Whether there are metadata that can be read again. */
    public boolean isRefreshed() {
        return metadata.stream().anyMatch(MetadataView::isRefreshed);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /**
     * A provider that the services know.
     *
     * @param fields what it calls the three attributes, in the order of {@link SettingsView#attributes()}
     * @param guide where its guide is read; empty when there is none
     */
    public record Preset(String id, String title, String fields, String guide) {
        private static final Pattern OWN_GUIDE = Pattern.compile("docs/guides/([A-Za-z0-9-]+)\\.md");

        static List<Preset> of(JsonNode providers) {
            var presets = new ArrayList<Preset>();
            for (var provider : providers) {
                var fields = new ArrayList<String>();
                provider.path("fields").forEach(field -> fields.add(field.asText("")));
                presets.add(new Preset(
                        text(provider, "id"),
                        text(provider, "title"),
                        String.join(", ", fields),
                        guide(text(provider, "guide"))));
            }
            return presets;
        }

        /** The services name a file of the repository; the console has it as a page. */
        private static String guide(String named) {
            var own = OWN_GUIDE.matcher(named);
            if (own.matches()) {
                return "/guides/" + own.group(1);
            }
            return named.startsWith("https://") ? named : "";
        }
    }
}
