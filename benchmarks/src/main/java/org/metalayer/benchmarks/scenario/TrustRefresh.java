package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.client.Fetcher;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.Updater;

/**
 * How long a stick that knows nothing but its pinned root takes to verify all that leads to a
 * release, storing included, against verifying as many signatures and nothing else.
 */
public final class TrustRefresh {
    private static final String METADATA = "/feed/v1/metadata/";

    /** In a round. */
    private static final int REFRESHES = 40;

    private static final int MESSAGE = 1024;

    private final Stage stage;
    private final Map<String, Fetcher.Fetched> files = new HashMap<>();

    public TrustRefresh(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Fetcher once = remembering(stage.anonymous());
        byte[] root = ((Fetcher.Found) once.fetch("1.root.json", 0, Optional.empty())).content();
        Path store = Files.createDirectories(stage.work().resolve("trust"));
        refresh(root, store, once);
        long signatures =
                files.values().stream().filter(file -> file instanceof Fetcher.Found).count();
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] message = new byte[MESSAGE];
        byte[] signature = key.sign(message);
        List<Spread> times =
                stage.rounds()
                        .alternate(
                                round ->
                                        milliseconds(() -> {
                                            for (int n = 0; n < signatures; n++) {
                                                require(
                                                        key.publicKey()
                                                                .verifies(message, signature));
                                            }
                                        }),
                                round -> milliseconds(() -> refresh(root, store, once)));
        return List.of(
                Line.against(
                        stage.topic(),
                        "a full refresh of trust metadata, stored durably",
                        Unit.MILLISECONDS,
                        times.get(1),
                        new Line.Baseline(
                                "%d signatures alone".formatted(signatures), times.get(0)),
                        new Requirement.None()));
    }

    /** From nothing to knowing who vouches for the deployment manifest and for content. */
    private static void refresh(byte[] root, Path directory, Fetcher fetcher) throws IOException {
        try (var leftovers = Files.list(directory)) {
            for (Path leftover : leftovers.toList()) {
                Files.delete(leftover);
            }
        }
        MetadataStore store = new MetadataStore(directory);
        var targets = new Updater(RootPin.ofBytes(root), store, fetcher).refresh(Instant.now());
        require(targets.find(Director.MANIFEST).isPresent());
        require(targets.find("content/none/none.json").isEmpty());
    }

    private Fetcher remembering(Http anonymous) {
        return (file, maxLength, knownTag) ->
                files.computeIfAbsent(file, name -> fetched(anonymous, name));
    }

    private static Fetcher.Fetched fetched(Http anonymous, String name) {
        try {
            var answer = Http.expect(anonymous.get(METADATA + name), 200, 404);
            return answer.statusCode() == 200
                    ? new Fetcher.Found(answer.body(), Optional.empty())
                    : new Fetcher.Missing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double milliseconds(Stopwatch.Work work) throws IOException {
        double seconds =
                Stopwatch.seconds(() -> {
                    for (int n = 0; n < REFRESHES; n++) {
                        work.run();
                    }
                });
        return seconds * Duration.ofSeconds(1).toMillis() / REFRESHES;
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalStateException("the feed is not what it was");
        }
    }
}
