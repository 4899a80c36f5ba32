package org.metalayer.agent.simulator;

/** A problem as an answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Response response;

    Refusal(int status, String slug, String detail) {
        super(detail);
        this.response = Response.problem(status, slug, detail);
    }

    Refusal(Response response) {
        super("refused");
        this.response = response;
    }

    Response response() {
        return response;
    }
}
