package org.metalayer.agent.files;

import java.util.Optional;
import org.metalayer.protocol.FileEntry;

/** What a three-way merge makes of one path. */
public sealed interface PathOutcome {

    /** The file that stands at the path afterwards; empty when none does. */
    Optional<FileEntry> standing();

    /** Owner and release have the same, or neither has anything: nothing to do. */
    record Same(Optional<FileEntry> standing) implements PathOutcome {}

    /** The owner left the file alone and the release has another. */
    record TakeIncoming(FileEntry incoming) implements PathOutcome {
        @Override
        public Optional<FileEntry> standing() {
            return Optional.of(incoming);
        }
    }

    /** Only the owner changed, added or deleted the file. */
    record KeepLocal(Optional<FileEntry> standing) implements PathOutcome {}

    /** The owner left the file alone and the release has it no more. */
    record Delete() implements PathOutcome {
        @Override
        public Optional<FileEntry> standing() {
            return Optional.empty();
        }
    }

    /**
     * Both changed the path. The owner's file stands until the owner decides.
     *
     * @param reason for the owner to read, after the path
     */
    record Conflict(Optional<FileEntry> standing, String reason) implements PathOutcome {}
}
