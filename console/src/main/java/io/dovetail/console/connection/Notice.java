package io.dovetail.console.connection;

import io.dovetail.console.web.Api;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the last act.
 *
 * @param missing what is to be done first
 * @param typed what stood in the form, so that nobody types it twice
 * @param codes recovery codes, which are shown this once
 * @param passwordAsked whether the administrator may set a password on the spot
 * @param watchable whether mails to everybody go out from now on
 * @param entities the providers that the metadata describe, to choose one from; empty when that is not the question
 */
public record Notice(
        int status,
        String message,
        List<String> missing,
        @Nullable DraftForm typed,
        List<String> codes,
        boolean passwordAsked,
        boolean watchable,
        List<String> entities) {

    private Notice(int status, String message) {
        this(status, message, List.of(), null, List.of(), false, false, List.of());
    }

    static Notice done(@Nullable String what) {
        return new Notice(
                200,
                switch (what == null ? "" : what) {
                    case "saved" -> "Saved as a draft: nothing changes for anybody yet. Verify it next.";
                    case "applied" -> "Applied: everybody signs in through the new version from now on.";
                    case "accepted" -> "Accepted: from now on these certificates count, and those before no longer.";
                    case "linked" -> "Your account is linked to this identity.";
                    case "restored" ->
                        "The earlier version is the draft now: nothing changes for anybody yet. Verify it next.";
                    case "sp-key-add" ->
                        "The next key stands in our metadata. Upload the metadata at your provider, then activate it.";
                    case "sp-key-activate" -> "The next key is in use from now on.";
                    case "sp-key-drop" -> "The next key is gone; the one in use stays.";
                    case "password" -> "Your password is set: with it you sign in from now on.";
                    default -> "";
                });
    }

    static Notice enabled(Api.Answer answer) {
        return withCodes(
                answer,
                "Single sign-on is on. Everybody who is not linked yet is mailed a link. Sign out and in again through"
                        + " your provider to finish the trial.",
                true);
    }

    static Notice codesReplaced(Api.Answer answer) {
        return withCodes(answer, "These are the new recovery codes. The ones before count no longer.", false);
    }

    /** What the metadata brought; what is held or went wrong stands on the page. */
    static Notice refreshed(Api.Answer answer) {
        var results = answer.body().path("versions").findValuesAsText("result");
        if (results.contains("FAILED")) {
            return new Notice(
                    200, "The metadata could not be read. See below what was wrong; what was known counts on.");
        }
        if (results.contains("HELD")) {
            return new Notice(200, "The metadata changed so much that you have to look: see below.");
        }
        return new Notice(
                200,
                results.contains("KEYS_CHANGED")
                        ? "The metadata were read again and brought other certificates: see below which count now."
                        : "The metadata were read again: nothing has changed.");
    }

    static Notice disabled(Api.Answer answer) {
        return answer.body().path("undone").asBoolean()
                ? new Notice(200, "Single sign-on is off again, and everything is as it was before: passwords work.")
                : new Notice(
                        200,
                        "Single sign-on is off. Everybody is mailed a link to create a new password.",
                        List.of(),
                        null,
                        List.of(),
                        true,
                        true,
                        List.of());
    }

    static Notice metadataNeeded(DraftForm typed) {
        return ofTheForm(
                "Give the address of your provider's metadata, choose the file, or paste the metadata itself.", typed);
    }

    /** What was given can't be read as it is. */
    static Notice ofTheForm(String message, DraftForm typed) {
        return new Notice(400, message, List.of(), typed, List.of(), false, false, List.of());
    }

    static Notice failed(Api.Answer answer) {
        return failed(answer, null);
    }

    static Notice failed(Api.Answer answer, @Nullable DraftForm typed) {
        var missing = new ArrayList<String>();
        answer.body().path("missing").forEach(item -> missing.add(item.asText("")));
        var message = missing.isEmpty() ? answer.message() : "Not enabled yet. Do this first, then enable again:";
        var entities = new ArrayList<String>();
        answer.body().path("entities").forEach(entity -> entities.add(entity.asText("")));
        return new Notice(answer.status(), message, missing, typed, List.of(), false, false, entities);
    }

    /** The form stays, for another password. */
    static Notice passwordRefused(Api.Answer answer) {
        return new Notice(answer.status(), answer.message(), List.of(), null, List.of(), true, false, List.of());
    }

    private static Notice withCodes(Api.Answer answer, String message, boolean watchable) {
        var codes = new ArrayList<String>();
        answer.body().path("recoveryCodes").forEach(code -> codes.add(code.asText("")));
        return new Notice(200, message, List.of(), null, codes, false, watchable, List.of());
    }

    /** Whether it is the form's metadata that was refused. */
    public boolean isOfTheForm() {
        return typed != null;
    }

    public boolean isFailure() {
        return status != 200;
    }
}
