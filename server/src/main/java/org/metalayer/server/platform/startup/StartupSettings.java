package org.metalayer.server.platform.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What must be known before Quarkus runs; read from the same sources that Quarkus reads.
 *
 * @param database the one to use; where it is empty, one is started
 * @param headroomMegabytes free space below which the Main System does not start
 */
record StartupSettings(
        Path data,
        Optional<GivenDatabase> database,
        String host,
        int port,
        long headroomMegabytes) {

    static StartupSettings read() {
        Config config = ConfigUtils.emptyConfigBuilder().build();
        return new StartupSettings(
                config.getOptionalValue("metalayer.data", Path.class).orElse(Path.of("data")),
                text(config, "quarkus.datasource.jdbc.url").map(url -> database(config, url)),
                text(config, "quarkus.http.host").orElse("0.0.0.0"),
                config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080),
                config.getOptionalValue("metalayer.headroom-megabytes", Long.class).orElse(200L));
    }

    private static GivenDatabase database(Config config, String url) {
        return new GivenDatabase(
                url,
                text(config, "quarkus.datasource.username").orElse(""),
                text(config, "quarkus.datasource.password").orElse(""));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
