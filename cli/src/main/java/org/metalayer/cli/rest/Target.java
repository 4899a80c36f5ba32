package org.metalayer.cli.rest;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.MainSystemUrl;
import picocli.CommandLine.Option;

/** The options that say which Main System is meant. */
public final class Target {
    private static final URI DEFAULT_URL = URI.create("http://localhost:8080");

    private final Environment environment;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The Main System. Default: METALAYER_URL, else the one that runs here, else"
                            + " port 8080 of this computer.")
    private @Nullable String url;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data directory of the Main System that runs here. Default: METALAYER_DATA,"
                            + " else the directory data of this installation.")
    private @Nullable Path data;

    public Target(Environment environment) {
        this.environment = environment;
    }

    public DataDirectory data() {
        return DataDirectory.of(data, environment);
    }

    public URI url() {
        return Optional.ofNullable(url)
                .or(() -> environment.variable("METALAYER_URL"))
                .map(text -> MainSystemUrl.parse("the URL of the Main System", text))
                .or(() -> data().url())
                .orElse(DEFAULT_URL);
    }
}
