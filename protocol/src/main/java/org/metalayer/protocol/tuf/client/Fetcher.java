package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.util.Optional;

/**
 * Brings metadata files. An implementation stops at {@code maxLength}, gives up on a source below
 * its minimum speed, and follows no redirect to another place.
 */
public interface Fetcher {
    /**
     * Fetches one file.
     *
     * @param file its name relative to the metadata URL, already encoded for it
     * @param maxLength in bytes
     * @param knownTag the tag of a content that need not be sent again
     * @throws RefusedMetadataException with {@code TOO_LONG} or {@code TOO_SLOW}
     * @throws IOException when the source cannot be reached or fails
     */
    Fetched fetch(String file, long maxLength, Optional<String> knownTag) throws IOException;

    /** What came of it. */
    sealed interface Fetched {}

    /** The file. */
    final class Found implements Fetched {
        private final byte[] content;
        private final Optional<String> tag;

        /**
         * @param tag the source's name of this content, such as an ETag
         */
        public Found(byte[] content, Optional<String> tag) {
            this.content = content.clone();
            this.tag = tag;
        }

        public byte[] content() {
            return content.clone();
        }

        public Optional<String> tag() {
            return tag;
        }
    }

    /** Still the content with the known tag. */
    record Unchanged() implements Fetched {}

    /** There is no such file. */
    record Missing() implements Fetched {}
}
