package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A verification as the page shows it.
 *
 * @param person who came back; empty when nobody did
 */
public record VerificationView(String id, String status, List<Check> checks, String person, boolean linkable) {

    /** One check: what was looked at, how it went, and what to do. */
    public record Check(String title, String status, String expected, String received, String fixAt, String advice) {

        static Check of(JsonNode check) {
            return new Check(
                    text(check, "title"),
                    text(check, "status"),
                    text(check, "expected"),
                    text(check, "received"),
                    "IDP".equals(text(check, "fixAt")) ? "at the provider" : "in the app",
                    text(check, "advice"));
        }

        public String statusInWords() {
            return switch (status) {
                case "PASSED" -> "Passed";
                case "WARNING" -> "Warning";
                case "FAILED" -> "Failed";
                case "SKIPPED" -> "Not reached";
                default -> status;
            };
        }

        public boolean isCompared() {
            return !expected.isEmpty() || !received.isEmpty();
        }
    }

    static VerificationView of(JsonNode verification) {
        var checks = new ArrayList<Check>();
        verification.path("checks").forEach(check -> checks.add(Check.of(check)));
        var identity = verification.path("identity");
        var person = identity.isObject()
                ? "%s %s (saml_id %s)"
                        .formatted(text(identity, "firstName"), text(identity, "lastName"), text(identity, "samlId"))
                : "";
        return new VerificationView(
                text(verification, "id"),
                text(verification, "status"),
                checks,
                person,
                verification.path("linkable").asBoolean());
    }

    public String statusInWords() {
        return switch (status) {
            case "PENDING" -> "Waiting for the sign-in at your provider";
            case "PASSED" -> "Passed";
            case "FAILED" -> "Failed";
            default -> status;
        };
    }

    public boolean isPending() {
        return status.equals("PENDING");
    }

    /** What needs somebody's hand stands first on the page; what passed or was not reached is folded away. */
    public List<Check> notable() {
        return checks.stream()
                .filter(check ->
                        check.status().equals("FAILED") || check.status().equals("WARNING"))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
