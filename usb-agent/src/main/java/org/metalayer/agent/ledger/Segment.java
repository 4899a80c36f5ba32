package org.metalayer.agent.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * What one file of the ledger holds.
 *
 * @param length of the entries, in bytes
 * @param rest bytes after them that are no entry: what was being written when the power went
 */
record Segment(List<StoredEntry> entries, int length, int rest) {

    Segment {
        entries = List.copyOf(entries);
    }

    /**
     * Takes a file apart.
     *
     * @throws MalformedDocumentException when entries follow what is none: that was no power cut
     */
    static Segment of(byte[] file) {
        List<StoredEntry> entries = new ArrayList<>();
        int at = 0;
        while (at < file.length) {
            int middle = lineEnd(file, at);
            int end = middle < 0 ? -1 : lineEnd(file, middle + 1);
            Optional<StoredEntry> next =
                    end < 0
                            ? Optional.empty()
                            : entry(
                                    Arrays.copyOfRange(file, at, middle),
                                    Arrays.copyOfRange(file, middle + 1, end));
            if (next.isEmpty()) {
                break;
            }
            entries.add(next.get());
            at = end + 1;
        }
        requireNoEntries(file, at);
        return new Segment(entries, at, file.length - at);
    }

    private static void requireNoEntries(byte[] file, int from) {
        int at = from;
        for (int end = lineEnd(file, at); end >= 0; end = lineEnd(file, at)) {
            // The first line may be the torn entry itself.
            if (at > from && header(Arrays.copyOfRange(file, at, end)).isPresent()) {
                throw new MalformedDocumentException(
                        "after byte " + from + " stands what is no entry, and entries follow");
            }
            at = end + 1;
        }
    }

    private static Optional<StoredEntry> entry(byte[] header, byte[] content) {
        Optional<byte[]> kept = content.length == 0 ? Optional.empty() : Optional.of(content);
        return header(header)
                .filter(entry -> kept.isEmpty() || entry.isOf(content))
                .map(entry -> new StoredEntry(entry, kept));
    }

    private static Optional<LedgerEntry> header(byte[] line) {
        try {
            return Optional.of(LedgerEntry.parse(line));
        } catch (MalformedDocumentException _) {
            return Optional.empty();
        }
    }

    private static int lineEnd(byte[] file, int from) {
        for (int at = from; at < file.length; at++) {
            if (file[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
