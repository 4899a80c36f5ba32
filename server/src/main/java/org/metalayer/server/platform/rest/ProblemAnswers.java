package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.metalayer.server.platform.ProblemException;

/** Answers with a problem document where no endpoint does: before or beside all of them. */
@ApplicationScoped
public class ProblemAnswers {

    @Inject ObjectMapper json;

    /** Ends the response. */
    public void send(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response().setStatusCode(problem.type().status());
        problem.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(text(problem));
    }

    private String text(ProblemException problem) {
        try {
            return json.writeValueAsString(Problem.of(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
