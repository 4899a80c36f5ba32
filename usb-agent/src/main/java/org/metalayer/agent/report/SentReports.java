package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;

/**
 * What became of this stick's reports: one small file each, the newest hundred. A damaged one is as
 * if it had been forgotten, and keeps nothing from the others.
 */
public final class SentReports {

    private static final int KEPT = 100;
    private static final String SUFFIX = ".json";

    private final StickDirectory stick;
    private final DurableFiles files;

    public SentReports(StickDirectory stick, DurableFiles files) {
        this.stick = stick;
        this.files = files;
    }

    public Optional<SentReport> of(UUID reportId) throws IOException {
        return read(file(reportId));
    }

    public void put(SentReport report) throws IOException {
        state(file(report.reportId())).write(report);
    }

    /** Newest first. */
    public List<SentReport> all() throws IOException {
        List<SentReport> all = new ArrayList<>();
        for (Path file : newestFirst()) {
            read(file).ifPresent(all::add);
        }
        return all;
    }

    /**
     * Sets aside what cannot be read, for the owner to look at.
     *
     * @return how many that were
     */
    int setDamagedAside() throws IOException {
        int damaged = 0;
        for (Path file : newestFirst()) {
            try {
                state(file).read();
            } catch (DamagedStateException _) {
                files.createDirectories(stick.damagedReports());
                files.move(file, stick.damagedReports().resolve("sent-" + file.getFileName()));
                damaged++;
            }
        }
        return damaged;
    }

    /** Forgets the oldest ones above the limit. */
    void prune() throws IOException {
        List<Path> newestFirst = newestFirst();
        for (Path old :
                newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
            files.delete(old);
        }
    }

    private List<Path> newestFirst() throws IOException {
        Map<Path, FileTime> modified = new TreeMap<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(stick.sentReports(), "[0-9a-f]*" + SUFFIX)) {
            for (Path file : stream) {
                modified.put(file, Files.getLastModifiedTime(file));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return modified.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<SentReport> read(Path file) throws IOException {
        try {
            return state(file).read();
        } catch (DamagedStateException _) {
            return Optional.empty();
        }
    }

    private Path file(UUID reportId) {
        return stick.sentReports().resolve(reportId + SUFFIX);
    }

    private StateFile<SentReport> state(Path file) {
        return new StateFile<>(files, file, SentReport::read, SentReport::write);
    }
}
