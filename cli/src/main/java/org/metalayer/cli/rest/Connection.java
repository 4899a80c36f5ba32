package org.metalayer.cli.rest;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which Main System is meant and who is asking. */
public final class Connection {
    private final Environment environment;

    @Mixin private Target target;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "An API token. Default: METALAYER_TOKEN, else that of the login, else that of"
                            + " the Main System that runs here. Prefer the variable: arguments are"
                            + " visible to every account of this computer.")
    private @Nullable String token;

    public Connection(Environment environment) {
        this.environment = environment;
    }

    public DataDirectory data() {
        return target.data();
    }

    /** The Main System that is meant. */
    public URI url() {
        return target.url();
    }

    /** The Main System, asked by whoever has credentials for it; without any it will say 401. */
    public MainSystem open() {
        URI url = target.url();
        return new MainSystem(
                url,
                credentials(url)
                        .map(secret -> Map.of("Authorization", "Bearer " + secret))
                        .orElse(Map.of()));
    }

    private Optional<String> credentials(URI url) {
        return Optional.ofNullable(token)
                .or(() -> environment.variable("METALAYER_TOKEN"))
                .or(() -> StoredLogins.of(environment).find(url).map(StoredLogin::token))
                .or(() -> localToken(url));
    }

    /** Never sent anywhere but to the Main System that wrote it. */
    private Optional<String> localToken(URI url) {
        return data().url().filter(url::equals).flatMap(here -> data().operatorToken());
    }
}
