package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A key of ours, in words.
 *
 * @param use {@code signing} or {@code encryption}
 */
public record SpKeyView(String use, String state, String fingerprint, String until) {

    static List<SpKeyView> of(JsonNode keys) {
        var views = new ArrayList<SpKeyView>();
        for (var key : keys.path("items")) {
            views.add(new SpKeyView(
                    key.path("use").asText("").toLowerCase(Locale.ROOT),
                    key.path("state").asText(""),
                    key.path("fingerprint").asText(""),
                    UtcTime.inWords(key.path("notAfter").asText(""))));
        }
        return views;
    }

    public String purpose() {
        return use.equals("signing") ? "Signs our requests" : "Assertions are encrypted to it";
    }

    public String stateInWords() {
        return switch (state) {
            case "ACTIVE" -> "in use";
            case "NEXT" -> "next: in our metadata already, for your provider to learn";
            case "PREVIOUS" -> "replaced: read for a few days more";
            default -> state;
        };
    }

    public boolean isActive() {
        return state.equals("ACTIVE");
    }

    public boolean isNext() {
        return state.equals("NEXT");
    }
}
