package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;

/**
 * Keeps a {@link FileIndex} in a file: a line with the time, one per file, and a digest over them
 * all, so that a damaged index is noticed and forgotten.
 */
public final class FileIndexStore {

    private static final String HEADER = "metalayer-index-1";
    private static final int FIELDS = 7;

    private final Path file;
    private final DurableFiles durable;

    public FileIndexStore(Path file, DurableFiles durable) {
        this.file = file;
        this.durable = durable;
    }

    /** What was saved last; {@link FileIndex#EMPTY} when that is missing or damaged. */
    public FileIndex load() throws IOException {
        try {
            return parse(Texts.utf8(Files.readAllBytes(file)));
        } catch (NoSuchFileException
                | MalformedDocumentException
                | DateTimeException
                | NumberFormatException e) {
            return FileIndex.EMPTY;
        }
    }

    /** Replaces what was saved last. */
    public void save(FileIndex index) throws IOException {
        StringBuilder text =
                new StringBuilder(HEADER).append('\t').append(index.takenAt()).append('\n');
        index.files().forEach((path, known) -> appendLine(text, path, known));
        String body = text.toString();
        durable.replace(file, (body + checksum(body)).getBytes(StandardCharsets.UTF_8));
    }

    private static void appendLine(StringBuilder text, RelativePath path, FileIndex.Known known) {
        FileStamp stamp = known.stamp();
        text.append(stamp.size()).append('\t');
        text.append(stamp.modified()).append('\t');
        text.append(stamp.changed()).append('\t');
        text.append(stamp.inode()).append('\t');
        text.append(stamp.mode()).append('\t');
        text.append(known.sha256()).append('\t');
        // Last, and free of tabs and line breaks by the rules of RelativePath.
        text.append(path).append('\n');
    }

    private static FileIndex parse(String text) {
        int end = text.lastIndexOf('\n') + 1;
        String body = text.substring(0, end);
        if (!text.substring(end).equals(checksum(body))) {
            throw new MalformedDocumentException("the index is damaged");
        }
        SortedMap<RelativePath, FileIndex.Known> files = new TreeMap<>();
        String[] lines = body.split("\n", -1);
        for (int i = 1; i < lines.length - 1; i++) {
            parseLine(lines[i], files);
        }
        String[] header = lines[0].split("\t", -1);
        if (header.length != 2 || !header[0].equals(HEADER)) {
            throw new MalformedDocumentException("the index has another format");
        }
        return new FileIndex(Instant.parse(header[1]), files);
    }

    private static void parseLine(String line, SortedMap<RelativePath, FileIndex.Known> files) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new MalformedDocumentException("the index has another format");
        }
        FileStamp stamp =
                new FileStamp(
                        Long.parseLong(fields[0]),
                        Long.parseLong(fields[1]),
                        Long.parseLong(fields[2]),
                        Long.parseLong(fields[3]),
                        Integer.parseInt(fields[4]));
        files.put(new RelativePath(fields[6]), new FileIndex.Known(stamp, new Sha256(fields[5])));
    }

    private static String checksum(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
