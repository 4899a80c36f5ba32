package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** A problem document as it is sent (RFC 9457). */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Response response(ProblemType type, String detail) {
        return response(type.because(detail));
    }

    static Response response(ProblemException problem) {
        Response.ResponseBuilder response =
                Response.status(problem.type().status()).type(MEDIA_TYPE).entity(of(problem));
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** The document that stands for {@code problem}. */
    public static Problem of(ProblemException problem) {
        ProblemType type = problem.type();
        return new Problem(
                "urn:metalayer:problem:" + type.slug(),
                type.title(),
                type.status(),
                problem.detail(),
                problem.members());
    }
}
