package org.metalayer.server.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.message.Usb;

/**
 * Something odd about a stick, until somebody has resolved it.
 *
 * @param copy the renewal by which one of several copies is known; empty where there is nothing to
 *     tell apart, or that copy was not seen again yet
 * @param known whether that is the copy that was known first
 * @param epoch where that copy stands
 * @param address where it was seen; empty where it was not
 * @param usb the device on which it was seen; null where none could be read
 */
public record StickWarning(
        WarningKind kind,
        String copy,
        boolean known,
        long epoch,
        String address,
        @Nullable Usb usb,
        Instant firstAt,
        Instant lastAt) {

    /** Something odd that was seen now, for the first time or again. */
    static StickWarning of(WarningKind kind, String copy, boolean known, long epoch, Sight sight) {
        return new StickWarning(
                kind, copy, known, epoch, sight.address(), sight.usb(), sight.at(), sight.at());
    }

    /** Where, on what and when a stick was seen. */
    record Sight(String address, @Nullable Usb usb, Instant at) {}
}
