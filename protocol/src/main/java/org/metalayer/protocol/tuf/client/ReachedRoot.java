package org.metalayer.protocol.tuf.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.Sha256;

/**
 * The highest version of the root that was trusted from one pin on. It lies apart from the root
 * itself: where that is lost, the roots are walked anew, and must come as far again. It proves
 * itself by a checksum: on worn flash one flipped bit could refuse every root there will be.
 */
record ReachedRoot(Sha256 pin, long version) {

    static final int MAX_LENGTH = 256;

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64}) ([1-9][0-9]{0,17}) ([0-9a-f]{64})\n");

    /** Empty when these bytes are not what {@link #write} made. */
    static Optional<ReachedRoot> read(byte[] bytes) {
        Matcher line = LINE.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!line.matches()) {
            return Optional.empty();
        }
        ReachedRoot reached =
                new ReachedRoot(new Sha256(line.group(1)), Long.parseLong(line.group(2)));
        return Optional.of(reached).filter(it -> it.checksum().equals(line.group(3)));
    }

    byte[] write() {
        return "%s %s\n".formatted(text(), checksum()).getBytes(StandardCharsets.UTF_8);
    }

    private String checksum() {
        return Sha256.of(text().getBytes(StandardCharsets.UTF_8)).hex();
    }

    // Not formatted: a locale may have digits of its own.
    private String text() {
        return pin.hex() + " " + version;
    }
}
