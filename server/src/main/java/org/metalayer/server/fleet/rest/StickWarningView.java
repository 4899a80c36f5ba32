package org.metalayer.server.fleet.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.message.Usb;
import org.metalayer.server.fleet.StickWarning;
import org.metalayer.server.fleet.WarningKind;
import org.metalayer.server.platform.WordOf;

/**
 * Something odd about a stick, until somebody has resolved it.
 *
 * @param copy names one of several copies; empty where there is nothing to tell apart
 * @param known whether that copy was known first
 */
public record StickWarningView(
        @WordOf(WarningKind.class) String kind,
        String copy,
        boolean known,
        long epoch,
        String address,
        @Nullable Usb usb,
        Instant firstAt,
        Instant lastAt) {

    static StickWarningView of(StickWarning warning) {
        return new StickWarningView(
                warning.kind().text(),
                warning.copy(),
                warning.known(),
                warning.epoch(),
                warning.address(),
                warning.usb(),
                warning.firstAt(),
                warning.lastAt());
    }
}
