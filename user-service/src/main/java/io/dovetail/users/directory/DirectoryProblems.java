package io.dovetail.users.directory;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What questions about users can be refused for. */
final class DirectoryProblems {
    private DirectoryProblems() {}

    static Problem cursorUnknown() {
        return wrong("cursor", "must be the value of \"next\" of the page before, or left out");
    }

    static Problem filterUnknown() {
        return wrong("filter", "must be ALL, ACTIVE, ADMIN, PENDING or DEACTIVATED, or left out");
    }

    static Problem textUnfit() {
        return wrong("q", "must be one line of at most 100 characters, or left out");
    }

    private static Problem wrong(String field, String detail) {
        return CommonProblems.invalidInput().with("errors", List.of(Map.of("field", field, "detail", detail)));
    }
}
