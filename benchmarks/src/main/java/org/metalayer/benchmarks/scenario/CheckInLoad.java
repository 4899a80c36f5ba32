package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.load.Scripts;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.benchmarks.wire.Stick;

/**
 * How often sticks can check in, against PostgreSQL alone: pgbench runs one {@code UPDATE …
 * RETURNING} on the same rows of the same table over as many connections as the server has.
 */
public final class CheckInLoad {
    /** How many different sticks check in. */
    private static final int STICKS = 10_000;

    /** The compiler is busy with this path for half a minute, once in a server's life. */
    private static final int WARM_UP = 4;

    private static final String PATH = "/api/v1/stick/check-ins";
    private static final String UPDATE =
            """
            UPDATE presence SET last_seen_at = now(), free_bytes = :n
            WHERE stick_id = %s RETURNING report_sha256;
            """
                    .formatted(Fleet.PGBENCH_ID);

    private final Stage stage;

    public CheckInLoad(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Path directory = Files.createDirectory(stage.work().resolve("check-ins"));
        Path lua = Scripts.copy("check-ins.lua", directory);
        Path body = Files.write(directory.resolve("body.json"), Stick.checkIn());
        Path tokens = Files.write(directory.resolve("tokens"), tokens());
        Path sql =
                Files.writeString(
                        directory.resolve("update.sql"),
                        stage.fleet().pgbenchDraw(STICKS) + UPDATE);
        URI url = stage.system().url().resolve(PATH);

        List<Spread> rates =
                stage.rounds()
                        .after(WARM_UP)
                        .alternate(
                                round -> stage.pgbench().script(stage.system().database(), sql),
                                round ->
                                        stage.wrk()
                                                .script(
                                                        url,
                                                        lua,
                                                        tokens.toString(),
                                                        body.toString()));
        return List.of(
                Line.against(
                        stage.topic(),
                        "check-ins",
                        Unit.PER_SECOND,
                        rates.get(1),
                        new Line.Baseline("pgbench", rates.get(0)),
                        new Requirement.AtLeast(0.5)));
    }

    /**
     * One session a stick. Each checks in once, so that what is measured is the usual check-in, in
     * which nothing is new.
     */
    private List<String> tokens() throws IOException {
        Http anonymous = stage.anonymous();
        return Parallel.map(
                stage.fleet().sample(STICKS),
                stick -> {
                    String token = stick.token(anonymous);
                    anonymous.bearer(token).post(PATH, Stick.checkIn());
                    return token;
                });
    }
}
