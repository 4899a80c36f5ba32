package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;

/** A person who runs the Main System, at its REST interface. */
public record Operator(Http http) {
    private static final String JSON = "application/json";

    static Operator of(MainSystem system) {
        try {
            String token = Files.readString(tokenFile(system.data())).strip();
            return new Operator(system.anonymous().bearer(token));
        } catch (IOException e) {
            throw new AssertionError("no operator token in " + system.data(), e);
        }
    }

    /** Whatever the status, from below {@code /api/v1}. */
    public Reply get(String path) throws IOException {
        return http.get("/api/v1" + path);
    }

    public Reply post(String path, JsonBuilder body) throws IOException {
        return http.post("/api/v1" + path, JSON, Json.write(body.build()));
    }

    public Reply put(String path, JsonBuilder body) throws IOException {
        return http.send(
                "PUT",
                "/api/v1" + path,
                Map.of("Content-Type", JSON),
                BodyPublishers.ofByteArray(Json.write(body.build())));
    }

    /** What must be there. */
    public View view(String path) throws IOException {
        return get(path).expect(200).json();
    }

    /** The items of a list of at most 200. */
    public List<View> list(String path, Map<String, String> query) throws IOException {
        String parameters =
                query.entrySet().stream()
                        .map(entry -> "&" + entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining());
        return view(path + "?limit=200" + parameters).list("items");
    }

    public View stick(String moduleId) throws IOException {
        return only(
                "stick " + moduleId,
                list("/sticks", Map.of()).stream()
                        .filter(stick -> stick.text("module_id").equals(moduleId))
                        .toList());
    }

    /** Waits until the stick has asked to be enrolled, and lets it in. */
    public View accept(String moduleId) {
        return Eventually.eventually(
                moduleId + " is accepted",
                () -> {
                    View stick = stick(moduleId);
                    boolean pending = stick.text("state").equals("pending");
                    return pending
                            ? post("/sticks/" + stick.text("id") + "/accept", new JsonBuilder())
                                    .expect(200)
                                    .json()
                            : stick;
                },
                stick -> stick.text("state").equals("accepted"));
    }

    /** The reports of one component, newest first. */
    public List<View> reports(String component) throws IOException {
        return list("/upgrade-reports", Map.of("component", component));
    }

    /** Waits until the newest report of a component needs a person, and approves it. */
    public void approve(String component, String reason) throws IOException {
        View report =
                Eventually.eventually(
                                "a report of %s that needs a person".formatted(component),
                                () -> reports(component),
                                found ->
                                        !found.isEmpty()
                                                && found.getFirst()
                                                        .text("state")
                                                        .equals("needs_human"))
                        .getFirst();
        post(
                        "/upgrade-reports/" + report.text("id") + "/decision",
                        new JsonBuilder().put("verdict", "approve").put("reason", reason))
                .expect(200);
    }

    /** The releases of one component. */
    public List<View> releases(String component) throws IOException {
        return list("/releases", Map.of("component", component));
    }

    /** The rollout of one version of a component; waits until there is one. */
    public View rollout(String component, long version) {
        return Eventually.eventually(
                        "a rollout of %s %d".formatted(component, version),
                        () ->
                                list("/rollouts", Map.of("component", component)).stream()
                                        .filter(it -> it.number("release", "version") == version)
                                        .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static View only(String what, List<View> found) {
        if (found.size() != 1) {
            throw new AssertionError("expected one %s, found %s".formatted(what, found));
        }
        return found.getFirst();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where the Main System keeps the token of this computer's operator. */
    private static Path tokenFile(Path data) {
        return data.resolve("operator.token");
    }
}
