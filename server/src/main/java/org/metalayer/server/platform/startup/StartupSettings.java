package org.metalayer.server.platform.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/**
 * What must be known before Quarkus runs; read from the same sources that Quarkus reads.
 *
 * @param headroomMegabytes free space below which the Main System does not start
 */
record StartupSettings(
        Path data, boolean databaseGiven, String host, int port, long headroomMegabytes) {

    static StartupSettings read() {
        Config config = ConfigUtils.emptyConfigBuilder().build();
        return new StartupSettings(
                config.getOptionalValue("metalayer.data", Path.class).orElse(Path.of("data")),
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent(),
                config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0"),
                config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080),
                config.getOptionalValue("metalayer.headroom-megabytes", Long.class).orElse(200L));
    }
}
