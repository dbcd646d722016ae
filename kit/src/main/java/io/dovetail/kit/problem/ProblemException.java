package io.dovetail.kit.problem;

/** A broken rule on its way to the caller; rolls the transaction back. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug() + ": " + problem.title());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.slug() + ": " + problem.title(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
