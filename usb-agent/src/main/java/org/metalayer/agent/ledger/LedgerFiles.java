package org.metalayer.agent.ledger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * The files of a ledger: each is named by the number of its first entry, and has at most some
 * megabytes.
 */
record LedgerFiles(Path directory) {

    /** From here on the next entry begins another file. */
    static final int FULL = 1 << 20;

    private static final String NAME = "[0-9]{12}\\.ledger";

    /** The file that begins with this entry. */
    Path beginning(long number) {
        return directory.resolve(String.format(Locale.ROOT, "%012d.ledger", number));
    }

    /** All that there are, the oldest first. */
    List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            for (Path file : found) {
                if (String.valueOf(file.getFileName()).matches(NAME)) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        return files.stream().sorted().toList();
    }

    /**
     * Those with entries from this number on.
     *
     * @param number counted from 1
     */
    List<Path> from(long number) throws IOException {
        List<Path> files = all();
        int first = 0;
        for (int n = 0; n < files.size() && files.get(n).compareTo(beginning(number)) <= 0; n++) {
            first = n;
        }
        return files.isEmpty() ? files : files.subList(first, files.size());
    }

    /**
     * What a file holds.
     *
     * @throws DamagedStateException when that is not what was written
     */
    static Segment read(Path file) throws IOException {
        try {
            return Segment.of(Files.readAllBytes(file));
        } catch (MalformedDocumentException e) {
            throw new DamagedStateException(file, e);
        }
    }
}
