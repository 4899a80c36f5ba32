package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.metalayer.agent.files.AtomicExchange;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickDirectory;

/** Reports that are still to be sent, oldest first. One appears whole, by a rename. */
public final class ReportSpool {

    private static final String BUILDING = ".building-";

    private final StickDirectory stick;
    private final DurableFiles files;
    private final AtomicExchange renames;

    public ReportSpool(StickDirectory stick, DurableFiles files, AtomicExchange renames) {
        this.stick = stick;
        this.files = files;
        this.renames = renames;
    }

    public List<SpooledReport> waiting() throws IOException {
        List<Path> directories = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(stick.reports(), "[0-9]*")) {
            stream.forEach(directories::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        directories.sort(null);
        List<SpooledReport> reports = new ArrayList<>();
        for (Path directory : directories) {
            reports.add(SpooledReport.read(directory));
        }
        return reports;
    }

    public void remove(SpooledReport report) throws IOException {
        files.deleteTree(report.directory());
    }

    /** An empty directory to put a report together in. */
    Path begin() throws IOException {
        Path building =
                stick.reports()
                        .resolve(
                                BUILDING + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
        files.createDirectories(building);
        return building;
    }

    /** Makes a finished report one of those waiting; durable when it returns. */
    Path publish(Path building, UUID reportId, Instant at) throws IOException {
        Path target = stick.reports().resolve("%015d-%s".formatted(at.toEpochMilli(), reportId));
        renames.renameToNew(building, target);
        return target;
    }

    void abandon(Path building) throws IOException {
        files.deleteTree(building);
    }

    /** Removes what processes that are no more have left half-built. */
    public void sweep() throws IOException {
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(stick.reports(), BUILDING + "*")) {
            for (Path building : stream) {
                String name = building.getFileName().toString().substring(BUILDING.length());
                long builder = Long.parseLong(name.substring(0, name.indexOf('-')));
                boolean own = builder == ProcessHandle.current().pid();
                if (own || ProcessHandle.of(builder).isEmpty()) {
                    files.deleteTree(building);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }
}
