package org.metalayer.server.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the configured data directory to whoever injects it. */
@Singleton
class DataDirectoryProducer {

    @Produces
    @Singleton
    DataDirectory dataDirectory(
            @ConfigProperty(name = "metalayer.data", defaultValue = "data") Path root) {
        return new DataDirectory(root);
    }
}
