package io.dovetail.console.linking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many of a company's people are linked, and why the rest are not.
 *
 * @param running the job that mails links just now; null when none does
 */
public record Readiness(
        long total,
        long bound,
        long pending,
        long expired,
        long failed,
        @Nullable Job running) {

    static Readiness of(JsonNode summary, @Nullable Job running) {
        return new Readiness(
                summary.path("total").asLong(),
                summary.path("bound").asLong(),
                summary.path("pending").asLong(),
                summary.path("expired").asLong(),
                summary.path("failed").asLong(),
                running);
    }

    /** Whether anybody is left to mail a link to. */
    public boolean isIncomplete() {
        return bound < total;
    }

    public String inWords() {
        var parts = new ArrayList<String>();
        parts.add(bound + " of " + total + " linked");
        add(parts, pending, "pending");
        add(parts, expired, "with an expired link");
        add(parts, failed, "refused at the last try");
        return String.join(" · ", parts);
    }

    private static void add(ArrayList<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
