package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Http;

/** How long the first page of the fleet takes, against a list that does not grow with it. */
public final class SticksPage {
    private static final String PAGE = "/api/v1/sticks";

    /** A list, too, and as long whatever the fleet is. */
    private static final String PLAIN = "/api/v1/operators";

    private static final int REQUESTS = 300;

    /** A few hundred requests of a person are the compiler's time and not the page's. */
    private static final int WARM_UP = 4;

    private final Stage stage;

    public SticksPage(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Http operator = stage.operator();
        List<Spread> times =
                stage.rounds()
                        .after(WARM_UP)
                        .alternate(
                                round -> milliseconds(operator, PLAIN),
                                round -> milliseconds(operator, PAGE));
        return List.of(
                Line.against(
                        stage.topic(),
                        "first page of the sticks",
                        Unit.MILLISECONDS,
                        times.get(1),
                        new Line.Baseline("GET " + PLAIN, times.get(0)),
                        new Requirement.None()));
    }

    /** The median of many requests, one after the other. */
    private static double milliseconds(Http http, String path) throws IOException {
        double[] times = new double[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            long start = System.nanoTime();
            Http.expect(http.get(path), 200);
            times[request] = (System.nanoTime() - start) / 1e6;
        }
        return new Spread(DoubleStream.of(times).boxed().toList()).median();
    }
}
