package org.metalayer.server.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.metalayer.server.platform.ProblemType;

/** Lets no text into any query that the database could not even look for. */
@Provider
class StorableQueryFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach(StorableQueryFilter::require);
    }

    private static void require(String name, List<String> values) {
        if (!values.stream().allMatch(StorableText::fits)) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'%s' %s".formatted(name, StorableText.COMPLAINT));
        }
    }
}
