package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Report;
import org.metalayer.protocol.UpgradeType;

/**
 * How long it takes from an acknowledged report until its rollout stands in the feed: evaluation,
 * release, and the assignment of every stick. Against one statement that draws for every stick and
 * writes a row.
 */
public final class RolloutStart {
    private static final String TABLE =
            "CREATE TABLE bench_draw (id uuid, stick_id uuid, draw text, state text, at"
                    + " timestamptz)";

    /** What an assignment cannot do without. */
    private static final String DRAW =
            """
            INSERT INTO bench_draw
            SELECT gen_random_uuid(), id, encode(sha256(uuid_send(id)), 'hex'), 'ASSIGNED', now()
            FROM stick ORDER BY 3\
            """;

    private final Stage stage;

    public RolloutStart(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Releases releases = Releases.of(stage);
        try (Connection connection = stage.system().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            List<Spread> seconds =
                    stage.rounds()
                            .alternate(
                                    round -> drawn(statement), round -> started(releases, round));
            statement.execute("DROP TABLE bench_draw");
            return List.of(
                    Line.against(
                            stage.topic(),
                            "start of a rollout: from report acknowledged to rollout in the feed",
                            Unit.SECONDS,
                            seconds.get(1),
                            new Line.Baseline("one INSERT … SELECT", seconds.get(0)),
                            new Requirement.None()));
        } catch (SQLException e) {
            throw new IOException("the baseline failed", e);
        }
    }

    private static double drawn(Statement statement) throws IOException {
        return Stopwatch.secondsToDisk(() -> {
            try {
                statement.executeUpdate(DRAW);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }

    private double started(Releases releases, int round) throws IOException {
        String component = "rollout-" + round;
        Path directory = Files.createDirectories(stage.work().resolve(component));
        Files.writeString(directory.resolve("data.txt"), component);
        Report report = releases.report(component, UpgradeType.BUGFIX, directory);
        releases.deliver(report);
        return Stopwatch.seconds(() -> releases.awaitRollout(component));
    }
}
