package io.dovetail.kit.limit;

import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.ProblemException;
import java.time.Duration;

/** A call came once too often; of a type of its own, so that a service can answer browsers with a page. */
public class TooManyRequestsException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TooManyRequestsException(Duration wait) {
        super(CommonProblems.tooManyRequests(wait));
    }
}
