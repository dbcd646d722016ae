package io.dovetail.sso.connection;

import io.dovetail.kit.problem.Problem;
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

    static Problem metadataRefused(String reason, String advice) {
        return Problem.of("metadata-refused", 400, "This metadata can't be used", advice)
                .with("reason", reason);
    }

    public static Problem nothingSaved() {
        return Problem.of(
                "nothing-saved", 409, "Nothing was saved yet", "Save your provider's metadata first, then verify it.");
    }

    public static Problem notReady(List<String> missing) {
        return Problem.of(
                        "not-ready",
                        409,
                        "Single sign-on can't be enabled yet",
                        "Do what is listed in \"missing\", then enable again; nothing was changed.")
                .with("missing", missing);
    }
}
