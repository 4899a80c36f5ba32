package org.metalayer.server.platform.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body without quoting the server's classes or the body. */
final class JsonComplaint {

    private JsonComplaint() {}

    static String of(JsonProcessingException e) {
        String where = place(e.getLocation());
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "the JSON member '%s' %s%s"
                    .formatted(
                            path(mapping),
                            e instanceof StorableJson.UnstorableTextException
                                    ? StorableText.COMPLAINT
                                    : "is missing or does not have the right type",
                            where);
        }
        return "the body is not valid JSON%s".formatted(where);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
