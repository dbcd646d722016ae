package io.dovetail.console.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;

/**
 * How far a person is with linking their account.
 *
 * @param state BOUND, PENDING, EXPIRED, FAILED, NONE without a link, UNKNOWN while nobody can be asked
 */
public record LinkWords(String state, String words) {
    private static final LinkWords UNKNOWN = new LinkWords("UNKNOWN", "Not known right now");

    static LinkWords unknown() {
        return UNKNOWN;
    }

    /** Of a deactivated account: the identity stays reserved. */
    static LinkWords ofDeactivated(String samlId) {
        return samlId.isEmpty()
                ? new LinkWords("NONE", "Not linked")
                : new LinkWords("BOUND", "Linked as " + samlId + "; kept for this account");
    }

    /** @param person as binding-service lists them */
    static LinkWords of(JsonNode person) {
        var state = person.path("status").asText("");
        var until = UtcTime.inWords(person.path("linkExpiresAt").asText(""));
        return switch (state) {
            case "BOUND" ->
                new LinkWords(
                        state,
                        "Linked as " + person.path("samlId").asText("")
                                + addressAtProvider(person.path("providerEmail").asText(""), person));
            case "FAILED" ->
                new LinkWords(
                        state,
                        "Last try refused: " + reason(person.path("reason").asText("")));
            case "EXPIRED" -> new LinkWords(state, "Link ended on " + until);
            case "PENDING" ->
                until.isEmpty()
                        ? new LinkWords("NONE", "Not linked, no link sent")
                        : new LinkWords(state, "Link sent, works until " + until);
            default -> UNKNOWN;
        };
    }

    /** Said only where it is another one than the account's. */
    private static String addressAtProvider(String address, JsonNode person) {
        return address.isEmpty()
                        || address.equalsIgnoreCase(person.path("email").asText(""))
                ? ""
                : "; address at the provider: " + address;
    }

    boolean isBound() {
        return state.equals("BOUND");
    }

    /** Whether a link was sent that did not bind yet. */
    boolean isUnderWay() {
        return state.equals("PENDING") || state.equals("EXPIRED") || state.equals("FAILED");
    }

    private static String reason(String code) {
        return switch (code) {
            case "IDENTITY_TAKEN" ->
                "the identity that came back belongs to another account here, perhaps a deactivated one";
            case "OTHER_IDENTITY_BOUND" ->
                "the account is linked to another identity of this provider; unlink it first";
            case "USER_UNKNOWN" -> "the account is not one of this company";
            case "USER_DEACTIVATED" -> "the account was deactivated";
            case "LINK_REPLACED" -> "an older link was used; the newest one works";
            case "LINK_USED" -> "the link had been used already";
            case "SINGLE_SIGN_ON_OFF" -> "single sign-on was turned off, or to another provider, meanwhile";
            default -> code;
        };
    }
}
