package io.dovetail.bindings.overview;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What a question for an overview can be refused for. */
final class OverviewProblems {
    private OverviewProblems() {}

    static Problem statusUnknown() {
        return wrong("status", "must be BOUND, PENDING, EXPIRED or FAILED, or left out");
    }

    static Problem usersUnreadable(int most) {
        return wrong("user", "must be the id of a user, given at most " + most + " times, or left out");
    }

    static Problem cursorUnknown() {
        return wrong("cursor", "must be the value of \"next\" of the page before, or left out");
    }

    private static Problem wrong(String field, String detail) {
        return CommonProblems.invalidInput().with("errors", List.of(Map.of("field", field, "detail", detail)));
    }
}
