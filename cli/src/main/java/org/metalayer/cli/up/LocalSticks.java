package org.metalayer.cli.up;

import java.net.URI;
import java.util.List;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.process.Crew;

/** The virtual sticks that {@code up} runs. */
final class LocalSticks {
    LocalSticks(Environment environment, DataDirectory data, URI url) {}

    List<LocalStick> start(int count, Crew agents, Messages messages) {
        return List.of();
    }
}
