package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Http;

/** How often sticks can poll, against a plain endpoint of the same server. */
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

        List<Spread> rates =
                stage.rounds()
                        .alternate(
                                round -> rate(PLAIN, Map.of()),
                                round -> rate(POLLED, Map.of()),
                                round -> rate(POLLED, Map.of("If-None-Match", tag)));
        Line.Baseline plain = new Line.Baseline("GET " + PLAIN, rates.get(0));
        return List.of(
                line("the timestamp (200)", rates.get(1), plain),
                line("nothing new (304)", rates.get(2), plain));
    }

    private double rate(String path, Map<String, String> headers) throws IOException {
        URI url = stage.system().url().resolve(path);
        return stage.wrk().get(url, headers);
    }

    private Line line(String what, Spread rate, Line.Baseline plain) {
        return Line.against(
                stage.topic(), "feed polls: " + what, Unit.PER_SECOND, rate, plain, REQUIRED);
    }
}
