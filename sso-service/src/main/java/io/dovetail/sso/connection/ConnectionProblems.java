package io.dovetail.sso.connection;

import io.dovetail.kit.problem.Problem;
import java.time.Duration;
import java.util.List;

/** What an administrator's work on a connection can be refused for. */
public final class ConnectionProblems {
    private ConnectionProblems() {}

    static Problem metadataNeeded() {
        return Problem.of(
                "metadata-needed",
                400,
                "Exactly one form of metadata is needed",
                "Give either \"metadataUrl\" or \"metadataXml\" of your identity provider.");
    }

    /** @param entities the entity IDs to choose from, where that is the question */
    static Problem metadataRefused(String reason, String advice, List<String> entities) {
        var problem = Problem.of("metadata-refused", 400, "This metadata can't be used", advice)
                .with("reason", reason);
        return entities.isEmpty() ? problem : problem.with("entities", entities);
    }

    static Problem fetchedOften(Duration left) {
        var seconds = Math.max(1, left.toSeconds() + 1);
        return Problem.of(
                        "metadata-fetched-often",
                        429,
                        "Metadata were fetched too often",
                        "The draft is unchanged. Wait " + seconds + " seconds, then save again; or paste the metadata"
                                + " itself.")
                .with(RetryAfter.MEMBER, seconds);
    }

    public static Problem nothingSaved() {
        return Problem.of(
                "nothing-saved", 409, "Nothing was saved yet", "Save your provider's metadata first, then verify it.");
    }

    static Problem alreadyEnabled() {
        return Problem.of(
                "already-enabled",
                409,
                "Single sign-on is on already",
                "Nothing was changed. Apply a verified draft to change the configuration in use; ask for new recovery"
                        + " codes if the first ones did not reach you.");
    }

    public static Problem notEnabled() {
        return Problem.of(
                "not-enabled",
                409,
                "Single sign-on is off",
                "Nothing was changed. This counts while single sign-on is on: enable it first.");
    }

    static Problem nothingToApply() {
        return Problem.of(
                "nothing-to-apply",
                409,
                "There is no draft",
                "The configuration in use is the last one that was saved. Save and verify a new one, then apply it.");
    }

    static Problem versionUnknown() {
        return Problem.of(
                "version-unknown", 404, "There is no such version", "Look at the list of versions and take one of it.");
    }

    public static Problem notReady(List<String> missing) {
        return Problem.of(
                        "not-ready",
                        409,
                        "This configuration can't be used yet",
                        "Do what is listed in \"missing\", then try again; nothing was changed.")
                .with("missing", missing);
    }
}
