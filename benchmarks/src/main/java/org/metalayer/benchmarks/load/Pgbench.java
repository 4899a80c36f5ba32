package org.metalayer.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.benchmarks.system.Command;
import org.metalayer.benchmarks.system.Database;

/**
 * PostgreSQL's own load generator.
 *
 * @param length of one run
 */
public record Pgbench(Path program, Duration length) {
    /** As many as the server's pool has (server/src/main/resources/application.properties). */
    public static final int CONNECTIONS = 16;

    private static final int THREADS = 2;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED =
            Pattern.compile("number of failed transactions: [1-9].*|ERROR: .*");

    /** Transactions of a script per second, each of one prepared statement. */
    public double script(Database database, Path script) throws IOException {
        return rate(
                Command.run(
                        List.of(
                                program.toString(),
                                "--no-vacuum",
                                "--protocol=prepared",
                                "--file=" + script,
                                "--client=" + CONNECTIONS,
                                "--jobs=" + THREADS,
                                "--time=" + length.toSeconds(),
                                "--host=" + Database.HOST,
                                "--port=" + database.port(),
                                "--username=" + Database.USER,
                                Database.NAME),
                        Map.of("PGPASSWORD", database.password())));
    }

    static double rate(String output) {
        Matcher failed = FAILED.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (failed.find() || !rate.find()) {
            throw new IllegalStateException("not every transaction succeeded: " + output.strip());
        }
        return Double.parseDouble(rate.group(1));
    }
}
