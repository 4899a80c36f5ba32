package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.StaticServer;
import org.metalayer.benchmarks.wire.Http;

/**
 * How often sticks can poll, against a plain endpoint of the same server, and against nginx with
 * the same file.
 */
public final class FeedPolls {
    private static final String PLAIN = "/feed/v1";

    /** What every stick polls. */
    private static final String POLLED = "/feed/v1/metadata/timestamp.json";

    private static final Requirement REQUIRED = new Requirement.AtLeast(0.7);

    private final Stage stage;

    public FeedPolls(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Http http = stage.anonymous();
        Http.expect(http.get(PLAIN), 200);
        String tag = Http.expect(http.get(POLLED), 200).headers().firstValue("ETag").orElseThrow();
        Http.expect(http.with("If-None-Match", tag).get(POLLED), 304);

        Map<String, String> known = Map.of("If-None-Match", tag);
        Path place = Files.createDirectory(stage.work().resolve("nginx"));
        try (StaticServer files = StaticServer.start(stage.nginx(), place, stage.system().feed())) {
            URI file = files.url().resolve("v1/metadata/timestamp.json");
            List<Spread> rates =
                    stage.rounds()
                            .alternate(
                                    round -> rate(PLAIN, Map.of()),
                                    round -> rate(POLLED, Map.of()),
                                    round -> rate(POLLED, known),
                                    round -> stage.wrk().get(file, Map.of()));
            Line.Baseline plain = new Line.Baseline("GET " + PLAIN, rates.get(0));
            Line.Baseline nginx = new Line.Baseline("nginx", rates.get(3));
            return List.of(
                    line("the timestamp (200)", rates.get(1), plain, REQUIRED),
                    line("nothing new (304)", rates.get(2), plain, REQUIRED),
                    line(
                            "the timestamp (200), beside a plain file server",
                            rates.get(1),
                            nginx,
                            new Requirement.None()));
        }
    }

    private double rate(String path, Map<String, String> headers) throws IOException {
        URI url = stage.system().url().resolve(path);
        return stage.wrk().get(url, headers);
    }

    private Line line(String what, Spread rate, Line.Baseline baseline, Requirement requirement) {
        return Line.against(
                stage.topic(), "feed polls: " + what, Unit.PER_SECOND, rate, baseline, requirement);
    }
}
