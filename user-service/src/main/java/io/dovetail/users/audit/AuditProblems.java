package io.dovetail.users.audit;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What questions about the audit log can be refused for. */
final class AuditProblems {
    private AuditProblems() {}

    static Problem cursorUnknown() {
        var errors = List.of(
                Map.of("field", "cursor", "detail", "must be the value of \"next\" of the page before, or left out"));
        return CommonProblems.invalidInput().with("errors", errors);
    }
}
