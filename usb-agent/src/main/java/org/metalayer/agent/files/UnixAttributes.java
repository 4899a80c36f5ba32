package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The JDK's "unix" attributes of a path itself, read in one call and without following a link. */
record UnixAttributes(Map<String, Object> values) {

    static UnixAttributes of(Path path, String names) throws IOException {
        return new UnixAttributes(
                Files.readAttributes(path, "unix:" + names, LinkOption.NOFOLLOW_LINKS));
    }

    long number(String name) {
        return ((Number) value(name)).longValue();
    }

    /** Nanoseconds since 1970; the nearest that fit for a time outside the years 1677 to 2262. */
    long time(String name) {
        return ((FileTime) value(name)).to(TimeUnit.NANOSECONDS);
    }

    private Object value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
