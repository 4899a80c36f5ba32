package org.metalayer.acceptance.harness;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A running {@code up} with what it started. */
public final class Up implements AutoCloseable {
    private final Background process;
    private final Path data;

    private Up(Background process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Starts it; nothing is awaited. */
    public static Up start(Path data, Map<String, String> environment, String... more) {
        return run(data, Programs.HOME, environment, Programs.cli(arguments(data, more)));
    }

    /** The same as another account of this machine, with the programs that it may read. */
    public static Up startAs(OrdinaryAccount account, Path data, String... more) {
        return run(data, account.home(), account.environment(), account.cli(arguments(data, more)));
    }

    /** The same with programs that lie elsewhere. */
    public static Up startIn(Path home, Path data, String... more) {
        return run(data, home, Map.of(), Programs.cliIn(home, arguments(data, more)));
    }

    private static Up run(
            Path data, Path home, Map<String, String> environment, List<String> command) {
        return new Up(Background.start("up", home, environment, command), data);
    }

    private static String[] arguments(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
        if (!Programs.SERVER_IS_NATIVE) {
            arguments.add("--jvm"); // whatever else lies there from earlier
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    public Background process() {
        return process;
    }

    /** Its REST interface, as soon as it answers. */
    public Operator operator() {
        return Eventually.eventually(
                "up is ready; log " + process.log(),
                () -> {
                    String url = Files.readString(data.resolve("main-system.url")).strip();
                    String token = Files.readString(data.resolve("operator.token")).strip();
                    Operator operator = new Operator(Http.anonymous(URI.create(url)).bearer(token));
                    operator.view("/overview");
                    return operator;
                },
                ready -> true);
    }

    /** Everything that runs because of it. */
    public List<ProcessHandle> family() {
        return Stream.concat(
                        process.descendants().stream(),
                        EmbeddedDatabase.process(data).stream()
                                .flatMap(server ->
                                        Stream.concat(Stream.of(server), server.descendants())))
                .toList();
    }

    @Override
    public void close() {
        process.close();
        EmbeddedDatabase.endOrphan(data);
    }
}
