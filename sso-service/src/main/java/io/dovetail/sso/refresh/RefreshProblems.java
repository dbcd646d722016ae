package io.dovetail.sso.refresh;

import io.dovetail.kit.problem.Problem;

/** What an administrator's wish about metadata and keys can be refused for. */
final class RefreshProblems {
    private RefreshProblems() {}

    static Problem noAddress() {
        return Problem.of(
                "no-metadata-address",
                409,
                "There is no address to read metadata from",
                "The metadata were pasted. Save a draft with the present metadata, or with their address; an address is"
                        + " read again by itself.");
    }

    static Problem justRefreshed() {
        return Problem.of(
                "metadata-just-refreshed",
                429,
                "The metadata were asked for a moment ago",
                "Wait a minute, then try again; GET /api/sso/{company} tells what came of the last time.");
    }

    static Problem changeUnknown() {
        return Problem.of(
                "held-change-unknown",
                404,
                "There is no such change",
                "It was accepted already, or the provider's metadata changed again. Look at the connection as it is now.");
    }

    static Problem draftNeeded() {
        return Problem.of(
                "held-change-needs-draft",
                409,
                "This change can't be accepted as it is",
                "The provider's entity ID or sign-in address is another one. Save a new draft with the address of the"
                        + " metadata, verify it and apply it; until then the last good metadata count.");
    }
}
