package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;

/**
 * How much of a release lies on the stick already, for people who watch: a look at sizes, while
 * somebody else writes.
 */
public final class StagingProgress {

    private StagingProgress() {}

    /** Percent of the release's bytes; empty where that cannot be told. */
    public static OptionalInt percent(StickDirectory stick, Installation at) {
        try {
            Path document = stick.release(at.release().releaseId());
            ReleaseDocument release =
                    ReleaseDocument.read(Json.parseObject(Files.readAllBytes(document)));
            Optional<Path> tree = newest(stick.staging(at.component()));
            long total = 0;
            long there = 0;
            for (FileEntry file : release.files().entries()) {
                total += file.size();
                there += Math.min(file.size(), arrived(stick, tree, file));
            }
            return total == 0 ? OptionalInt.empty() : OptionalInt.of((int) (there * 100 / total));
        } catch (IOException | MalformedDocumentException _) {
            return OptionalInt.empty();
        }
    }

    private static long arrived(StickDirectory stick, Optional<Path> tree, FileEntry file) {
        long placed = tree.map(at -> size(RawPath.resolve(at, file.path()))).orElse(0L);
        return placed > 0 ? placed : size(stick.partial(file.sha256()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            // Not there yet, or just moved.
            return 0;
        }
    }

    /** Those of earlier attempts are emptied into it. */
    private static Optional<Path> newest(Path staging) throws IOException {
        List<Path> trees = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(staging)) {
            stream.forEach(trees::add);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        return trees.stream()
                .max(
                        Comparator.comparingInt((Path tree) -> tree.toString().length())
                                .thenComparing(Path::toString));
    }
}
