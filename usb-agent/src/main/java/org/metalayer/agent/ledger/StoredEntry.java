package org.metalayer.agent.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * An entry as it is kept: two lines, the entry and its content.
 *
 * @param content empty where it was deleted
 */
public record StoredEntry(LedgerEntry entry, Optional<byte[]> content) {

    /** The same without its content, to keep or to show. */
    StoredEntry withoutContent() {
        return new StoredEntry(entry, Optional.empty());
    }

    /** As it is kept, and sent: both lines with their ends. */
    public byte[] lines() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(entry.bytes());
        lines.write('\n');
        content.ifPresent(lines::writeBytes);
        lines.write('\n');
        return lines.toByteArray();
    }
}
