package org.metalayer.cli.up;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code up}: runs a Main System, and sticks beside it, until Ctrl-C. */
@Command(
        name = "up",
        description = "Run a Main System with its database and dashboard until Ctrl-C.",
        footer = {
            "",
            "Environment:",
            "  QUARKUS_DATASOURCE_JDBC_URL  Use this PostgreSQL and start none; with",
            "                               QUARKUS_DATASOURCE_USERNAME and _PASSWORD.",
            "  QUARKUS_HTTP_HOST            The address to answer at; by default all addresses.",
            "  METALAYER_DATA               As --data.",
            "  METALAYER_SERVER_OPTS        Further options for what the Main System runs on."
        })
public final class UpCommand implements Callable<Integer> {
    private static final int MOST_STICKS = 100;

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where everything is kept. Default: METALAYER_DATA, else the directory data of"
                            + " this installation.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description =
                    "Where the Main System answers; 0 takes a free port. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--sticks",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Also run N virtual sticks, enrolled and accepted: usb_001, usb_002, … in"
                            + " DIR/sticks. Default: none.")
    private int sticks;

    @Option(
            names = "--jvm",
            description = "Run the Main System on a JVM although a native one was built.")
    private boolean onJvm;

    public UpCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (sticks < 0 || sticks > MOST_STICKS) {
            throw new ParameterException(
                    spec.commandLine(), "--sticks takes 0 to %d".formatted(MOST_STICKS));
        }
        DataDirectory directory = DataDirectory.of(data, environment);
        Preflight.requireUsable(directory.root());
        try (LockFile _ = LockFile.take(directory.upLock(), "./metalayer up")) {
            LockFile.take(directory.mainSystemLock(), "a Main System").close();
            Endpoint endpoint = Endpoint.require(environment, port);
            Engine engine = engine(environment.installation());
            new Run(environment, directory, endpoint, engine, sticks).untilItFails();
            return ExitCode.SOFTWARE;
        }
    }

    private Engine engine(Installation installation) {
        return onJvm ? Engine.jvm(installation, Optional.empty()) : Engine.of(installation);
    }
}
