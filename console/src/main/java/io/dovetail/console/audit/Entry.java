package io.dovetail.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One act of the audit log.
 *
 * @param about whom or what it was done to: an id, a number, or empty
 * @param from the address of who did it; empty when it is not known
 */
public record Entry(String at, String who, String what, String about, String from) {

    static List<Entry> of(JsonNode page) {
        var entries = new ArrayList<Entry>();
        for (var item : page.path("items")) {
            entries.add(new Entry(
                    UtcTime.inWords(text(item, "at")),
                    who(item.path("actor")),
                    ActWords.of(text(item, "act")),
                    text(item, "about"),
                    text(item, "from")));
        }
        return entries;
    }

    private static String who(JsonNode actor) {
        return switch (text(actor, "type")) {
            case "OPERATOR" -> "The operator";
            case "SYSTEM" -> "Dovetail";
            default -> text(actor, "email").isEmpty() ? "Somebody removed since" : text(actor, "email");
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
