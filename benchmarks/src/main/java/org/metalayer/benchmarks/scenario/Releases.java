package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.benchmarks.system.Await;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.benchmarks.wire.Report;
import org.metalayer.benchmarks.wire.Stick;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.DeploymentManifest;

/** Makes releases the way sticks do, and watches for them in the feed as sticks do. */
final class Releases {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String POLLED = "/feed/v1/metadata/timestamp.json";

    private final Http anonymous;
    private final Http session;
    private final Http operator;
    private final Stick stick;

    private Releases(Http anonymous, Http session, Http operator, Stick stick) {
        this.anonymous = anonymous;
        this.session = session;
        this.operator = operator;
        this.stick = stick;
    }

    /** Releases of the fleet's first stick. */
    static Releases of(Stage stage) throws IOException {
        Stick stick = stage.fleet().sticks().getFirst();
        Http anonymous = stage.anonymous();
        return new Releases(
                anonymous, anonymous.bearer(stick.token(anonymous)), stage.operator(), stick);
    }

    /** A report of everything in a directory, not sent yet. */
    Report report(String component, UpgradeType type, Path directory) throws IOException {
        return Report.of(stick, component, type, directory);
    }

    /** Sends a report until everything has arrived and the Main System says so. */
    void deliver(Report report) throws IOException {
        report.deliver(session);
    }

    /** Approves a component's only report where the policy leaves that to a person. */
    void approve(String component) throws IOException {
        JsonObject report =
                Await.until(
                        "a decision on " + component,
                        LIMIT,
                        () ->
                                operator
                                        .json("/api/v1/upgrade-reports?component=" + component)
                                        .objects("items", item -> item)
                                        .stream()
                                        .filter(item -> !item.string("state").equals("pending"))
                                        .findFirst());
        if (report.string("state").equals("needs_human")) {
            operator.post(
                    "/api/v1/upgrade-reports/%s/decision".formatted(report.string("id")),
                    Json.write(
                            new JsonBuilder()
                                    .put("verdict", "approve")
                                    .put("reason", "to be measured")
                                    .build()));
        }
    }

    /** Waits until a component's rollout stands in the feed and has begun. */
    void awaitRollout(String component) throws IOException {
        Feed feed = new Feed();
        Await.until(
                "a rollout of " + component,
                LIMIT,
                () -> feed.begun(component) ? Optional.of(component) : Optional.empty());
    }

    /** Present once a stick has installed a component's only release and has said so. */
    Optional<String> outcome(String component) throws IOException {
        // The rings are counted later, the less often the more sticks there are.
        String rollout = rollout(component).string("id");
        return operator
                .json("/api/v1/rollouts/%s/deployments?state=verified".formatted(rollout))
                .objects("items", stick -> stick.string("module_id"))
                .stream()
                .findFirst();
    }

    /** Opens every ring of a component's only rollout, without waiting for the sticks before. */
    void openToEveryone(String component) throws IOException {
        String rollout = rollout(component).string("id");
        byte[] reason = Json.write(new JsonBuilder().put("reason", "to be measured").build());
        while (!isOpen(rollout)) {
            operator.post("/api/v1/rollouts/%s/advance".formatted(rollout), reason);
        }
    }

    private JsonObject rollout(String component) throws IOException {
        return operator.json("/api/v1/rollouts?component=" + component)
                .objects("items", item -> item)
                .getFirst();
    }

    private boolean isOpen(String rollout) throws IOException {
        return operator
                .json("/api/v1/rollouts/" + rollout)
                .objects("rings", ring -> ring.string("state"))
                .stream()
                .noneMatch(state -> state.equals("waiting"));
    }

    /** What sticks poll; what it leads to is looked at only when it has changed. */
    private final class Feed {
        private String tag = "\"none\"";
        private boolean begun;

        boolean begun(String component) throws IOException {
            HttpResponse<byte[]> answer = anonymous.with("If-None-Match", tag).get(POLLED);
            if (Http.expect(answer, 200, 304).statusCode() == 200) {
                tag = answer.headers().firstValue("ETag").orElseThrow();
                begun =
                        DeploymentManifest.read(
                                        operator.json("/api/v1/deployment-manifest")
                                                .object("payload"))
                                .entries()
                                .stream()
                                .filter(entry -> entry.component().value().equals(component))
                                .anyMatch(entry -> entry.state().mayBegin());
            }
            return begun;
        }
    }
}
