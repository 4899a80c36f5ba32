package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every endpoint that the Main System itself says it has. */
public final class Sweep {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head");
    private static final Pattern WORDS = Pattern.compile("([a-z]+)([|][a-z]+)*");
    private static final String SOME_ID = "6f2a1a52-5d3b-4b51-9f33-0d8f4a1f6c11";

    /**
     * One method of one path; parameters are filled in with an id that nothing has.
     *
     * @param type the content type that it takes
     */
    public record Endpoint(String method, String path, String type) {
        /** Calls it with an empty JSON object where it takes a body. */
        public Reply call(Http who) throws IOException {
            boolean body = !method.equals("GET") && !method.equals("HEAD");
            return who.send(
                    method,
                    path,
                    Map.of("Content-Type", type),
                    body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Sweep() {}

    /** Read from {@code /q/openapi}. */
    public static List<Endpoint> endpoints(MainSystem system) throws IOException {
        View paths =
                system.anonymous().get("/q/openapi?format=json").expect(200).json().at("paths");
        List<Endpoint> endpoints = new ArrayList<>();
        paths.object().members().forEach((path, item) -> addAll(path, View.of(item), endpoints));
        return endpoints;
    }

    private static void addAll(String path, View item, List<Endpoint> endpoints) {
        item.object()
                .members()
                .forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        endpoints.add(endpoint(method, path, View.of(operation)));
                    }
                });
    }

    private static Endpoint endpoint(String method, String path, View operation) {
        String type =
                operation.object().members().containsKey("requestBody")
                        ? operation
                                .at("requestBody", "content")
                                .object()
                                .members()
                                .keySet()
                                .iterator()
                                .next()
                        : "application/json";
        return new Endpoint(method.toUpperCase(Locale.ROOT), filled(path, operation), type);
    }

    /** The path with a word or number that it takes in place of each parameter, or an id. */
    private static String filled(String path, View operation) {
        String filled = path;
        if (operation.object().members().containsKey("parameters")) {
            for (View parameter : operation.list("parameters")) {
                String place = "{" + parameter.text("name") + "}";
                filled = filled.replace(place, taken(parameter.at("schema")));
            }
        }
        return filled;
    }

    private static String taken(View schema) {
        boolean number =
                schema.object().members().containsKey("type")
                        && schema.text("type").equals("integer");
        return number ? "7" : firstWord(schema).orElse(SOME_ID);
    }

    /** The first of the words that a parameter must be one of. */
    private static Optional<String> firstWord(View schema) {
        return Optional.of("pattern")
                .filter(schema.object().members()::containsKey)
                .map(schema::text)
                .map(WORDS::matcher)
                .filter(Matcher::matches)
                .map(words -> words.group(1));
    }
}
