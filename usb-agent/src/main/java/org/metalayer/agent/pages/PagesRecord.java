package org.metalayer.agent.pages;

import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Where a stick's content is shown: {@code .metalayer/pages.json}. The port is part of every
 * component's origin, and with it of what browsers keep for the component, so it stays.
 *
 * @param port of the loopback addresses; 0 shows nothing
 * @param trouble why nothing is shown at the moment
 */
public record PagesRecord(int port, Optional<String> trouble) {

    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535;

    public PagesRecord {
        if (port != 0 && (port < LOWEST || port > HIGHEST)) {
            throw new MalformedDocumentException(
                    "the port for pages must be 0 (none) or %s to %s, was %s"
                            .formatted(LOWEST, HIGHEST, port));
        }
    }

    /** A port that works, as far as is known. */
    public static PagesRecord of(int port) {
        return new PagesRecord(port, Optional.empty());
    }

    /** The file it is kept in; empty before the agent's first start. */
    public static StateFile<PagesRecord> file(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(files, stick.pages(), PagesRecord::read, PagesRecord::write);
    }

    /** The address of the start page; empty when nothing is shown. */
    public Optional<String> address() {
        return port == 0 ? Optional.empty() : Optional.of(new Addresses(port).start() + "/");
    }

    private static PagesRecord read(JsonObject json) {
        return new PagesRecord((int) json.integer("port"), json.optionalString("trouble"));
    }

    private JsonObject write() {
        return new JsonBuilder().put("port", port).put("trouble", trouble.orElse(null)).build();
    }
}
