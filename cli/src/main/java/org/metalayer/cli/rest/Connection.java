package org.metalayer.cli.rest;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.MainSystemUrl;
import picocli.CommandLine.Option;

/** The options that say which Main System is meant and who is asking. */
public final class Connection {
    private static final URI DEFAULT_URL = URI.create("http://localhost:8080");

    private final Environment environment;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The Main System. Default: METALAYER_URL, else the one that ./metalayer up"
                            + " runs here, else http://localhost:8080.")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "An API token. Default: METALAYER_TOKEN, else the one of ./metalayer login,"
                            + " else that of the Main System that runs here. Prefer the variable:"
                            + " arguments are visible to every account of this computer.")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data directory of the Main System that runs here. Default: METALAYER_DATA,"
                            + " else data beside ./metalayer.")
    private @Nullable Path data;

    public Connection(Environment environment) {
        this.environment = environment;
    }

    public DataDirectory data() {
        return DataDirectory.of(data, environment);
    }

    /** The Main System that is meant. */
    public URI url() {
        return given(url, "METALAYER_URL")
                .map(text -> MainSystemUrl.parse("the URL of the Main System", text))
                .or(() -> data().url())
                .orElse(DEFAULT_URL);
    }

    /** The Main System, asked by whoever has credentials for it; without any it will say 401. */
    public MainSystem open() {
        URI target = url();
        return new MainSystem(
                target,
                token(target)
                        .map(value -> Map.of("Authorization", "Bearer " + value))
                        .orElse(Map.of()));
    }

    private Optional<String> token(URI target) {
        return given(token, "METALAYER_TOKEN")
                .or(() -> StoredLogins.of(environment).find(target).map(StoredLogin::token))
                .or(() -> localToken(target));
    }

    /** Never sent anywhere but to the Main System that wrote it. */
    private Optional<String> localToken(URI target) {
        return data().url().filter(target::equals).flatMap(here -> data().operatorToken());
    }

    private Optional<String> given(@Nullable String option, String variable) {
        return Optional.ofNullable(option).or(() -> environment.variable(variable));
    }
}
