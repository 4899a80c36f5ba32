package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** Problem documents for what the HTTP layer itself refuses. */
class HttpErrorMappers {

    @ServerExceptionMapper
    Response notFound(NotFoundException e, @Context UriInfo uri) {
        return Problem.response(
                ProblemType.NOT_FOUND, "nothing at %s; see /q/openapi".formatted(uri.getPath()));
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e) {
        String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        ProblemException problem =
                ProblemType.METHOD_NOT_ALLOWED.because("use one of: %s".formatted(allowed));
        return Problem.response(
                allowed == null ? problem : problem.header(HttpHeaders.ALLOW, allowed));
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return Problem.response(
                ProblemType.NOT_ACCEPTABLE, "ask for application/json, or leave Accept out");
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return Problem.response(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "send the Content-Type that /q/openapi names for this operation, mostly"
                        + " application/json");
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return Problem.response(ProblemType.INVALID_REQUEST, JsonComplaint.of(json));
        }
        Response.StatusType status = e.getResponse().getStatusInfo();
        if (status.getStatusCode() < 400) {
            return e.getResponse();
        }
        return Problem.response(
                new ProblemType(
                        "http-" + status.getStatusCode(), title(status), status.getStatusCode()),
                "the request was refused as it stands; see /q/openapi");
    }

    private static String title(Response.StatusType status) {
        return status.getReasonPhrase();
    }
}
