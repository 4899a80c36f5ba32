package org.metalayer.agent.install;

import java.util.Locale;
import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.OutcomeResult;

/**
 * How an installation ends.
 *
 * @param reason in plain words
 * @param again whether the same may succeed later without anyone doing anything: then it is only
 *     put off, and says nothing about the release
 * @param room bytes that must be free before it is tried again; 0 when room was not the matter
 * @param conflicts what the owner has to choose about
 */
public record Ending(
        OutcomeResult result,
        String reason,
        boolean again,
        long room,
        Optional<Conflicts> conflicts) {

    private static final int MAX_REASON = 2000;

    public Ending {
        String plain = reason.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
        int length = Math.min(MAX_REASON, plain.codePointCount(0, plain.length()));
        reason = plain.substring(0, plain.offsetByCodePoints(0, length));
    }

    /** Ends for good. */
    static Ending of(OutcomeResult result, String reason) {
        return new Ending(result, reason, false, 0, Optional.empty());
    }

    /** Is put off for something on this stick: it waits for its owner, like any conflict. */
    static Ending putOff(String reason) {
        return new Ending(OutcomeResult.CONFLICT, reason, true, 0, Optional.empty());
    }

    /** Is put off until {@code room} bytes are free. */
    static Ending noRoom(long room) {
        String reason =
                String.format(
                        Locale.ROOT,
                        "not enough space: %,d bytes have to be free; remove something",
                        room);
        return new Ending(OutcomeResult.CONFLICT, reason, true, room, Optional.empty());
    }

    static Ending conflict(Conflicts conflicts) {
        return new Ending(
                OutcomeResult.CONFLICT,
                "waits for the owner: " + String.join("; ", conflicts.files()),
                false,
                0,
                Optional.of(conflicts));
    }

    /** Whether the same was told before: failing again in the same way is no news. */
    boolean isLike(Ending other) {
        return result == other.result && again == other.again && reason.equals(other.reason);
    }

    static Ending read(JsonObject json) {
        return new Ending(
                OutcomeResult.parse(json.string("result")),
                json.string("reason"),
                json.bool("again"),
                json.integer("room_bytes"),
                json.members().get("conflicts") instanceof JsonObject conflicts
                        ? Optional.of(Conflicts.read(conflicts))
                        : Optional.empty());
    }

    JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("result", result.wire())
                        .put("reason", reason)
                        .put("again", again)
                        .put("room_bytes", room);
        conflicts.ifPresent(both -> json.put("conflicts", both.write()));
        return json.build();
    }
}
