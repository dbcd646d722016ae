package io.dovetail.notifications.overview;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What a question for deliveries can be refused for. */
final class DeliveryProblems {
    private DeliveryProblems() {}

    static Problem stateUnknown() {
        return wrong("state", "must be QUEUED, SENT, FAILED or CANCELLED, or left out");
    }

    static Problem cursorUnknown() {
        return wrong("cursor", "must be the value of \"next\" of the page before, or left out");
    }

    private static Problem wrong(String field, String detail) {
        return CommonProblems.invalidInput().with("errors", List.of(Map.of("field", field, "detail", detail)));
    }
}
