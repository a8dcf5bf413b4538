package dev.pharos.engine.problem;

/// Carries a [Problem] to the place where it is shown. Its message is for logs only.
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /// For who promises problems: the one that a failure knows of; a bug is thrown on.
    public static <E extends RuntimeException & Actionable> ProblemException of(E failure) {
        var problem = failure.problem();
        if (problem == null) {
            throw failure;
        }
        return new ProblemException(problem, failure);
    }

    public Problem problem() {
        return problem;
    }
}
