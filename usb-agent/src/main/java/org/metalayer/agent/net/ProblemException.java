package org.metalayer.agent.net;

import java.io.IOException;

/** The Main System refused a request for good: sending the same again would not help. */
public final class ProblemException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.explain());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public boolean is(String slug) {
        return problem.slug().equals(slug);
    }
}
