package org.metalayer.protocol.tuf.model;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The members that all roles share (specification §4.3 to §4.6). */
record Header(long version, Instant expires) {
    /** Same major version, as the specification leaves to adopters. */
    private static final Pattern SPEC_VERSION = Pattern.compile("1\\.[0-9]{1,6}(\\.[0-9]{1,6})?");

    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    static Header read(JsonObject signed, String type) {
        if (!signed.string("_type").equals(type)) {
            throw new MalformedDocumentException(
                    "expected metadata of type %s, got %s"
                            .formatted(type, Texts.shown(signed.string("_type"))));
        }
        if (!SPEC_VERSION.matcher(signed.string("spec_version")).matches()) {
            throw new MalformedDocumentException(
                    "this speaks version 1 of the TUF specification, not "
                            + Texts.shown(signed.string("spec_version")));
        }
        if (!TIME.matcher(signed.string("expires")).matches()) {
            throw new MalformedDocumentException(
                    "\"expires\" must be a time like 2026-11-29T12:00:00Z");
        }
        return new Header(version(signed), signed.instant("expires"));
    }

    static long version(JsonObject json) {
        return atLeast("version", Integers.read(json, "version"), 1);
    }

    static long atLeast(String what, long value, long minimum) {
        if (value < minimum) {
            throw new MalformedDocumentException(
                    "\"%s\" must be at least %d, was %d".formatted(what, minimum, value));
        }
        return value;
    }

    static JsonBuilder write(String type, Metadata metadata) {
        return new JsonBuilder()
                .put("_type", type)
                .put("spec_version", Metadata.SPEC_VERSION)
                .put("version", metadata.version())
                .put("expires", DateTimeFormatter.ISO_INSTANT.format(wholeSeconds(metadata)));
    }

    private static Instant wholeSeconds(Metadata metadata) {
        return metadata.expires().truncatedTo(ChronoUnit.SECONDS);
    }
}
