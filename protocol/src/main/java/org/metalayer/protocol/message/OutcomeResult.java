package org.metalayer.protocol.message;

import java.util.Locale;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** What came of an offer on one stick (docs/protocol.md §8). */
public enum OutcomeResult {
    /** The release runs and stayed healthy for the time asked. */
    VERIFIED,
    /** It did not install or was not healthy; the stick runs what it ran before. */
    FAILED,
    /** A withdrawn release was left; the stick runs what it ran before. */
    ROLLED_BACK,
    /** The owner refused, or left it again after a while: no word about the release. */
    DECLINED,
    /**
     * It waits for the owner, and nothing has changed on the stick: both changed the same file, or
     * this one stick lacks something, such as room. No harm, and it may be verified later.
     */
    CONFLICT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OutcomeResult parse(String wire) {
        for (OutcomeResult result : values()) {
            if (result.wire().equals(wire)) {
                return result;
            }
        }
        throw new MalformedDocumentException(
                "result must be verified, failed, rolled_back, declined or conflict, was \"%s\""
                        .formatted(Texts.shown(wire)));
    }
}
