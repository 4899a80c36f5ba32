package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every endpoint that the Main System itself says it has. */
public final class Sweep {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head");
    private static final String SOME_ID = "6f2a1a52-5d3b-4b51-9f33-0d8f4a1f6c11";

    /** One method of one path; parameters are filled in with an id that nothing has. */
    public record Endpoint(String method, String path) {
        /** Calls it with an empty JSON object where it takes a body. */
        public Reply call(Http who) throws IOException {
            boolean body = !method.equals("GET") && !method.equals("HEAD");
            return who.send(
                    method,
                    path,
                    Map.of("Content-Type", "application/json"),
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
        paths.object()
                .members()
                .forEach((path, item) ->
                        View.of(item).object().members().keySet().stream()
                                .filter(METHODS::contains)
                                .map(method -> endpoint(method, path))
                                .forEach(endpoints::add));
        return endpoints;
    }

    private static Endpoint endpoint(String method, String path) {
        return new Endpoint(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{[^}]*}", SOME_ID));
    }
}
