package io.dovetail.console.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sign-in record as its page shows it.
 *
 * @param version of the connection; empty when none was reached
 * @param reason the service's name of the rule; empty when nothing was refused
 * @param clock how the provider's clock differs from ours; empty when it was not measured
 */
public record SignInView(
        String id,
        String wordCode,
        String at,
        String purpose,
        String version,
        String result,
        String reason,
        String words,
        String expected,
        String received,
        String clock,
        String advice) {

    static SignInView of(JsonNode record) {
        var result = text(record, "result");
        var reason = text(record, "reason");
        // A session or a binding that was refused afterwards has a result of its own, and not always a reason
        var rule = Rule.find(reason.isEmpty() ? result : reason);
        return new SignInView(
                text(record, "id"),
                text(record, "wordCode"),
                UtcTime.inWords(text(record, "at")),
                text(record, "purpose"),
                text(record, "version"),
                result,
                reason,
                rule.map(Rule::words).orElse(""),
                text(record, "expected"),
                text(record, "received"),
                clock(record.path("clockDifferenceMillis")),
                rule.map(Rule::advice)
                        .orElse(reason.isEmpty() ? "" : "Verify the configuration: its checks say more."));
    }

    static List<SignInView> all(JsonNode page) {
        var records = new ArrayList<SignInView>();
        page.path("items").forEach(record -> records.add(of(record)));
        return records;
    }

    public String resultInWords() {
        return switch (result) {
            case "ACCEPTED" -> "Accepted";
            case "VERIFIED" -> "Accepted for a verification";
            case "SESSION_OPENED" -> "Signed in";
            case "REFUSED" -> "Refused";
            case "NOT_BOUND", "DEACTIVATED" -> "Known to the provider, and not signed in";
            case "BINDING_REFUSED" -> "Known to the provider, and not linked";
            default -> result;
        };
    }

    public String purposeInWords() {
        return switch (purpose) {
            case "SIGN_IN" -> "to sign in";
            case "VERIFY" -> "to verify the configuration";
            case "BIND" -> "to link an account";
            default -> "";
        };
    }

    /** As the pages mark what went well and what did not. */
    public String mark() {
        return switch (result) {
            case "ACCEPTED", "VERIFIED", "SESSION_OPENED" -> "PASSED";
            default -> "FAILED";
        };
    }

    public boolean isCompared() {
        return !expected.isEmpty() || !received.isEmpty();
    }

    private static String clock(JsonNode millis) {
        if (!millis.isNumber()) {
            return "";
        }
        var difference = millis.asLong();
        if (Math.abs(difference) < 1_000) {
            return "The provider's clock and ours agree to the second.";
        }
        return String.format(
                Locale.ENGLISH,
                "The provider's clock is %,.1f seconds %s ours.",
                Math.abs(difference) / 1_000.0,
                difference > 0 ? "ahead of" : "behind");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
