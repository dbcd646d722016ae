package io.dovetail.users.session;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What refreshing, listing and ending sessions can be refused for. */
final class SessionProblems {
    private SessionProblems() {}

    static Problem cursorUnknown() {
        var errors = List.of(
                Map.of("field", "cursor", "detail", "must be the value of \"next\" of the page before, or left out"));
        return CommonProblems.invalidInput().with("errors", errors);
    }

    static Problem refreshTokenInvalid() {
        return Problem.of(
                "refresh-token-invalid",
                401,
                "The session has ended",
                "Sign in again; this refresh token is unknown, was replaced before or belongs to an ended session.");
    }

    static Problem sessionUnknown() {
        return Problem.of("session-unknown", 404, "You have no such session", "Take the id from GET /api/sessions.");
    }
}
