package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.server.platform.DatabaseFailure;
import org.metalayer.server.platform.IllegalTransitionException;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** Turns what a request can die of into a problem document. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final ProblemType MALFORMED_DOCUMENT =
            new ProblemType("malformed-document", "The document breaks the protocol", 400);
    private static final ProblemType INVALID_SIGNATURE =
            new ProblemType("invalid-signature", "The signature does not fit the document", 422);

    @Inject CurrentVertxRequest current;

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return Problem.response(e);
    }

    @ServerExceptionMapper
    Response missing(NoSuchThingException e) {
        return Problem.response(ProblemType.NOT_FOUND, "no such thing: " + e.getMessage());
    }

    @ServerExceptionMapper
    Response illegalTransition(IllegalTransitionException e) {
        return Problem.response(ProblemType.ILLEGAL_TRANSITION, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException e) {
        return Problem.response(
                ProblemType.STALE_VERSION, "somebody else changed it meanwhile; reload and retry");
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        String detail =
                e.getConstraintViolations().stream()
                        .map(ProblemMappers::sentence)
                        .sorted()
                        .collect(Collectors.joining("; "));
        return Problem.response(ProblemType.INVALID_REQUEST, detail);
    }

    @ServerExceptionMapper
    Response unfitting(MismatchedInputException e) {
        return Problem.response(ProblemType.INVALID_REQUEST, JsonComplaint.of(e));
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e) {
        return Problem.response(ProblemType.INVALID_REQUEST, JsonComplaint.of(e));
    }

    @ServerExceptionMapper
    Response malformed(MalformedDocumentException e) {
        return Problem.response(MALFORMED_DOCUMENT, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response forged(InvalidSignatureException e) {
        return Problem.response(INVALID_SIGNATURE, String.valueOf(e.getMessage()));
    }

    /** What the database says reaches here in many exceptions: of ours, Hibernate's, and JTA's. */
    @ServerExceptionMapper
    @Priority(Priorities.USER + 1)
    Response anythingElse(Throwable e) {
        return switch (DatabaseFailure.of(e)) {
            case DISK_FULL ->
                    Problem.response(
                            ProblemType.STORAGE_FULL,
                            "an operator must free space; then try again");
            case UNREACHABLE ->
                    Problem.response(
                            ProblemType.DATABASE_UNREACHABLE
                                    .because("try again in a moment")
                                    .header("Retry-After", "5"));
            case DUPLICATE, OTHER -> callerIsGone() ? unheard(e) : unexpected(e);
        };
    }

    private boolean callerIsGone() {
        RoutingContext context = current.getCurrent();
        return context != null && context.response().closed();
    }

    /** A stick that is pulled in the middle of a request is no fault of the Main System's. */
    private static Response unheard(Throwable e) {
        LOG.infof("The caller went away before its answer: %s", e);
        return Problem.response(
                ProblemType.INTERNAL_ERROR.because("the connection was lost; try again"));
    }

    /** Says nothing of the inside; the reference leads an operator to the log. */
    private static Response unexpected(Throwable e) {
        UUID reference = UUID.randomUUID();
        LOG.errorf(e, "Request failed, reference %s", reference);
        return Problem.response(
                ProblemType.INTERNAL_ERROR
                        .because(
                                "unexpected failure; try again, and if it stays look for reference "
                                        + reference
                                        + " in the log of the Main System")
                        .with("reference", reference));
    }

    private static String sentence(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return "'%s' %s"
                .formatted(path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
    }
}
