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

    /** Something was recorded, all of which could be sent by what the owner had decided by then. */
    public static final EntryKind RECORD = new EntryKind("record");

    /**
     * Something was recorded that stays on the stick, whatever the owner decides later: a yes does
     * not reach back to what was recorded under a no.
     */
    public static final EntryKind LOCAL = new EntryKind("local");

    /** For a time nothing could be recorded. */
    public static final EntryKind GAP = new EntryKind("gap");

    /** Records were sent, and the Main System has acknowledged them. */
    public static final EntryKind SENT = new EntryKind("sent");

    /** Content of earlier entries was deleted. */
    public static final EntryKind DELETED = new EntryKind("deleted");

    /** The Main System has acknowledged that it deleted what was deleted here. */
    public static final EntryKind FORGOTTEN = new EntryKind("forgotten");

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
