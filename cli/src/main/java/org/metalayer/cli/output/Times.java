package org.metalayer.cli.output;

import java.time.Instant;
import java.util.Optional;
import org.metalayer.protocol.json.JsonObject;

/** Reads times that may be absent. */
public final class Times {

    private Times() {}

    public static Optional<Instant> optional(JsonObject json, String name) {
        return json.optionalString(name).map(present -> json.instant(name));
    }
}
