package io.dovetail.notifications.overview;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** What a question for deliveries can be refused for. */
final class DeliveryProblems {
    private DeliveryProblems() {}

    static Problem cursorUnknown() {
        var error =
                Map.of("field", "cursor", "detail", "must be the value of \"next\" of the page before, or left out");
        return CommonProblems.invalidInput().with("errors", List.of(error));
    }
}
