package org.metalayer.server.platform.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends a start that is made only for the JVM to learn what one takes (launcher/training.sh). */
@ApplicationScoped
class RehearsedStart {

    void end(
            @Observes @Priority(Integer.MAX_VALUE) StartupEvent started,
            @ConfigProperty(name = "metalayer.rehearse-start", defaultValue = "false")
                    boolean rehearsed) {
        if (rehearsed) {
            Quarkus.asyncExit();
        }
    }
}
