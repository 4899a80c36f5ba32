package org.metalayer.protocol.ledger;

import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * What an entry of the ledger is about. There may be kinds that are not known here: an agent that
 * went back to an earlier release reads what the later one wrote.
 *
 * @param word as it is written
 */
public record EntryKind(String word) {
    private static final Pattern PATTERN = Pattern.compile("[a-z][a-z_]{0,31}");

    /** Something was recorded. */
    public static final EntryKind RECORD = new EntryKind("record");

    /** Records were sent, and the Main System has acknowledged them. */
    public static final EntryKind SENT = new EntryKind("sent");

    /** Content of earlier entries was deleted. */
    public static final EntryKind DELETED = new EntryKind("deleted");

    /** The owner decided what may be sent. */
    public static final EntryKind CONSENT = new EntryKind("consent");

    public EntryKind {
        if (!PATTERN.matcher(word).matches()) {
            throw new MalformedDocumentException("kind must match " + PATTERN);
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
