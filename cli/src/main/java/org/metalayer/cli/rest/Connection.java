package org.metalayer.cli.rest;

import java.net.URI;
import java.nio.file.Files;
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
        URI url = url();
        return open(url, given().or(() -> loginToken(url)).or(() -> localToken(url)));
    }

    /**
     * The same, but whoever sits at the Main System's own machine needs no login, and one that has
     * ended does not stand in the way.
     */
    public MainSystem openFromThisMachine() {
        URI url = url();
        return open(url, given().or(() -> readableLocalToken(url)).or(() -> loginToken(url)));
    }

    private static MainSystem open(URI url, Optional<String> secret) {
        return new MainSystem(
                url,
                secret.map(known -> Map.of("Authorization", "Bearer " + known)).orElse(Map.of()));
    }

    private Optional<String> given() {
        return Optional.ofNullable(token).or(() -> environment.variable("METALAYER_TOKEN"));
    }

    private Optional<String> loginToken(URI url) {
        return StoredLogins.of(environment).find(url).map(StoredLogin::token);
    }

    /** Another account of this machine has to log in as from anywhere else. */
    private Optional<String> readableLocalToken(URI url) {
        return Files.isReadable(data().operatorTokenFile()) ? localToken(url) : Optional.empty();
    }

    /** Never sent anywhere but to the Main System that wrote it. */
    private Optional<String> localToken(URI url) {
        return data().url().filter(url::equals).flatMap(here -> data().operatorToken());
    }
}
