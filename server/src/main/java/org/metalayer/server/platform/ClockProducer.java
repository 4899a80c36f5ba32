package org.metalayer.server.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The one place that asks the machine for the time. Everybody else injects the source. */
@Singleton
class ClockProducer {

    private static final Logger LOG = Logger.getLogger(ClockProducer.class);

    /** PostgreSQL keeps microseconds: what is compared after a round trip must not have more. */
    private static final InstantSource SYSTEM =
            () -> Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);

    @Produces
    @Singleton
    InstantSource clock(
            @ConfigProperty(name = "metalayer.clock.offset-file") Optional<Path> offsetFile) {
        return offsetFile.<InstantSource>map(ClockProducer::shifted).orElse(SYSTEM);
    }

    @Produces
    @Singleton
    Ticker ticker() {
        return System::nanoTime;
    }

    private static InstantSource shifted(Path offsetFile) {
        LOG.warnf(
                "TIME IS SHIFTED by what stands in %s. This is for rehearsals and tests only:"
                        + " unset metalayer.clock.offset-file to run for real.",
                offsetFile);
        return new ShiftedClock(SYSTEM, offsetFile);
    }
}
