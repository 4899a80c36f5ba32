package org.metalayer.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.benchmarks.system.Command;

/**
 * The HTTP load generator {@code wrk}.
 *
 * @param length of one run
 */
public record Wrk(Path program, Duration length) {
    /** More than the server has database connections, so that it always has something to do. */
    public static final int CONNECTIONS = 64;

    private static final int THREADS = 2;
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern REQUESTS = Pattern.compile("([0-9]+) requests in");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final Pattern FAILED =
            Pattern.compile("Non-2xx or 3xx responses: .*|Socket errors: .*");

    /** Requests for the same thing per second. */
    public double get(URI url, Map<String, String> headers) throws IOException {
        List<String> words = command();
        headers.forEach((name, value) -> words.addAll(List.of("-H", name + ": " + value)));
        words.add(url.toString());
        return rate(Command.run(words, Map.of()));
    }

    /** Requests per second of a Lua script, which gets the arguments. */
    public double script(URI url, Path script, String... arguments) throws IOException {
        List<String> words = command();
        words.addAll(List.of("-s", script.toString(), url.toString(), "--"));
        words.addAll(List.of(arguments));
        return rate(Command.run(words, Map.of()));
    }

    /** The same, where every answer is a refusal and that is what is measured. */
    public double refusals(URI url, Map<String, String> headers) throws IOException {
        List<String> words = command();
        headers.forEach((name, value) -> words.addAll(List.of("-H", name + ": " + value)));
        words.add(url.toString());
        return refusalRate(Command.run(words, Map.of()));
    }

    static double refusalRate(String output) {
        Matcher all = REQUESTS.matcher(output);
        Matcher refused = REFUSED.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (!all.find() || !refused.find() || !rate.find() || output.contains("Socket errors")) {
            throw new IllegalStateException("not every request was refused: " + output.strip());
        }
        // What is under way at the end is counted as a request and has no answer yet.
        if (Long.parseLong(all.group(1)) - Long.parseLong(refused.group(1)) > CONNECTIONS) {
            throw new IllegalStateException("some requests were answered: " + output.strip());
        }
        return Double.parseDouble(rate.group(1));
    }

    /** Refuses what is no fair figure: an answer of an error is cheaper than the real one. */
    static double rate(String output) {
        Matcher failed = FAILED.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (failed.find() || !rate.find()) {
            throw new IllegalStateException("not every request was answered: " + output.strip());
        }
        return Double.parseDouble(rate.group(1));
    }

    private List<String> command() {
        return new ArrayList<>(
                List.of(
                        program.toString(),
                        "-t" + THREADS,
                        "-c" + CONNECTIONS,
                        "-d" + length.toSeconds() + "s",
                        "--timeout",
                        "10s"));
    }
}
