package io.dovetail.console.mails;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One mail and its fate.
 *
 * @param state QUEUED, SENT, FAILED or CANCELLED
 * @param fate the same in words, with its time
 * @param answer what the mail server said to the last try that failed; empty when none did
 */
public record Delivery(String kind, String to, String state, String fate, String answer) {

    static List<Delivery> of(JsonNode page) {
        var deliveries = new ArrayList<Delivery>();
        for (var item : page.path("items")) {
            deliveries.add(new Delivery(
                    MailKind.inWords(text(item, "kind")),
                    text(item, "to"),
                    text(item, "state"),
                    fate(item),
                    text(item, "lastAnswer")));
        }
        return deliveries;
    }

    private static String fate(JsonNode item) {
        var settled = UtcTime.inWords(text(item, "settledAt"));
        return switch (text(item, "state")) {
            case "QUEUED" -> waiting(item);
            case "SENT" -> "Sent on " + settled;
            case "FAILED" -> "Could not be delivered, given up on " + settled;
            case "CANCELLED" -> "No longer needed, not sent, " + settled;
            default -> text(item, "state");
        };
    }

    private static String waiting(JsonNode item) {
        var tries = item.path("tries").asInt();
        var since = "Waiting since " + UtcTime.inWords(text(item, "queuedAt"));
        return tries == 0
                ? since
                : since + ", tried " + tries + (tries == 1 ? " time" : " times") + ", next try on "
                        + UtcTime.inWords(text(item, "nextTryAt"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
