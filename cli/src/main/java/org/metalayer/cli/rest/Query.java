package org.metalayer.cli.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path with query parameters. */
public final class Query {
    private final String path;
    private final List<String> parameters = new ArrayList<>();

    /**
     * @param path below {@code /api/v1}, such as {@code /sticks}
     */
    public Query(String path) {
        this.path = path;
    }

    /** Adds the parameter, unless it has no value. */
    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(
                    name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
