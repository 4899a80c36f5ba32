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
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;

/** What became of this stick's reports: one small file each, the newest hundred. */
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
        return file(reportId).read();
    }

    public void put(SentReport report) throws IOException {
        file(report.reportId()).write(report);
    }

    /** Newest first. */
    public List<SentReport> all() throws IOException {
        List<SentReport> all = new ArrayList<>();
        for (Path file : newestFirst()) {
            String name = file.getFileName().toString();
            of(UUID.fromString(name.substring(0, name.length() - SUFFIX.length())))
                    .ifPresent(all::add);
        }
        return all;
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

    private StateFile<SentReport> file(UUID reportId) {
        return new StateFile<>(
                files,
                stick.sentReports().resolve(reportId + SUFFIX),
                SentReport::read,
                SentReport::write);
    }
}
