package org.metalayer.agent.system;

import java.util.Locale;
import java.util.UUID;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What the agent asks of the part that may write what a computer boots.
 *
 * @param attempt the installation that it is for
 * @param release to be staged; of the others, the one that they are about
 * @param boot the start of the computer in which it holds: after the next one, what it was given
 *     for need no longer be so
 */
public record SystemOrder(UUID attempt, Deed deed, UUID release, String boot) {

    /** Bytes of a written one, at most. */
    static final int MAX_LENGTH = 4 << 10;

    /** What is to be done. */
    public enum Deed {
        /** Put a release into the slot that does not run; the next start tries it. */
        STAGE,
        /** Do not try what was staged. */
        FORGET,
        /** Run what ran before, from the next start on. */
        RETURN
    }

    public static SystemOrder read(JsonObject json) {
        return new SystemOrder(
                json.uuid("attempt"),
                Deed.valueOf(json.string("deed").toUpperCase(Locale.ROOT)),
                json.uuid("release_id"),
                json.string("boot"));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("attempt", attempt)
                .put("deed", deed.name().toLowerCase(Locale.ROOT))
                .put("release_id", release)
                .put("boot", boot)
                .build();
    }
}
