package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.metalayer.agent.files.AtomicExchange;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.Unfinished;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * Reports that are still to be sent, oldest first. One appears whole, by a rename, and goes in the
 * same way: what is half-built or half-deleted is none.
 */
public final class ReportSpool {

    private static final String UNFINISHED = ".unfinished-";
    private static final String WAITING = "[0-9]*";

    private final StickDirectory stick;
    private final DurableFiles files;
    private final AtomicExchange renames;

    public ReportSpool(StickDirectory stick, DurableFiles files, AtomicExchange renames) {
        this.stick = stick;
        this.files = files;
        this.renames = renames;
    }

    /** Those that can be read. */
    public List<SpooledReport> waiting() throws IOException {
        List<SpooledReport> reports = new ArrayList<>();
        for (Path directory : entries(stick.reports(), WAITING)) {
            try {
                reports.add(SpooledReport.read(directory));
            } catch (IOException | MalformedDocumentException _) {
                // Just sent by the agent, or damaged: that is told apart when they are sent.
            }
        }
        return reports;
    }

    /** Reports, waiting or sent, that were set aside because they could not be read any more. */
    public List<Path> damaged() throws IOException {
        return entries(stick.damagedReports(), "*");
    }

    /**
     * Sets aside what is damaged, so that it is not tried again and again. What the device does not
     * give back now stays: it may another time.
     *
     * @param troubles hears of those; the others go on
     * @return how many were set aside
     */
    int setDamagedAside(Consumer<IOException> troubles) throws IOException {
        int damaged = 0;
        for (Path directory : entries(stick.reports(), WAITING)) {
            try {
                damaged += setAsideIfDamaged(directory);
            } catch (IOException e) {
                troubles.accept(about(directory, "cannot be read", e));
            }
        }
        return damaged;
    }

    private int setAsideIfDamaged(Path directory) throws IOException {
        try {
            SpooledReport.read(directory);
            return 0;
        } catch (NoSuchFileException | MalformedDocumentException _) {
            setAside(directory);
            return 1;
        }
    }

    void setAside(Path directory) throws IOException {
        files.createDirectories(stick.damagedReports());
        renames.renameToNew(directory, stick.damagedReports().resolve(directory.getFileName()));
    }

    void remove(SpooledReport report) throws IOException {
        Path unfinished = unfinished();
        renames.renameToNew(report.directory(), unfinished);
        files.deleteTree(unfinished);
    }

    /** The same for one that may have been ended meanwhile. */
    void removeIfThere(SpooledReport report) throws IOException {
        try {
            remove(report);
        } catch (NoSuchFileException _) {
            // Whoever ended it has said so where it stands of all reports.
        }
    }

    /** An empty directory to put a report together in. */
    Path begin() throws IOException {
        Path building = unfinished();
        files.createDirectories(building);
        return building;
    }

    /** Makes a finished report one of those waiting; durable when it returns. */
    Path publish(Path building, UUID reportId, Instant at) throws IOException {
        Path target = stick.reports().resolve(name(at, reportId));
        renames.renameToNew(building, target);
        return target;
    }

    void abandon(Path building) throws IOException {
        files.deleteTree(building);
    }

    /**
     * Those that can be sent. What was signed by another key is signed anew first: the stick has
     * become another one since, in whose name it may not speak.
     *
     * @param troubles hears of those for whose new signature there is no room; the others go on
     */
    List<SpooledReport> signedBy(StickIdentity identity, Consumer<IOException> troubles)
            throws IOException {
        List<SpooledReport> own = new ArrayList<>();
        for (SpooledReport spooled : waiting()) {
            try {
                own.add(signedBy(identity, spooled));
            } catch (IOException e) {
                troubles.accept(about(spooled.directory(), "cannot be signed anew", e));
            }
        }
        return own;
    }

    private SpooledReport signedBy(StickIdentity identity, SpooledReport spooled)
            throws IOException {
        if (spooled.isSignedBy(identity.key().publicKey())) {
            return spooled;
        }
        byte[] envelope =
                spooled.report()
                        .by(identity.contributor(), UUID.randomUUID())
                        .sign(identity.key())
                        .encode();
        files.replace(spooled.directory().resolve(SpooledReport.ENVELOPE), envelope);
        return SpooledReport.read(spooled.directory());
    }

    private static IOException about(Path directory, String what, IOException cause) {
        return new IOException(
                "the report in %s %s: %s".formatted(directory, what, cause.getMessage()), cause);
    }

    /** Removes what processes that are no more have left half-built or half-deleted. */
    public void sweep() throws IOException {
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(stick.reports(), UNFINISHED + "*")) {
            for (Path unfinished : stream) {
                String name = String.valueOf(unfinished.getFileName());
                if (Unfinished.isAbandoned(name.substring(UNFINISHED.length()))) {
                    files.deleteTree(unfinished);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private Path unfinished() {
        return stick.reports().resolve(UNFINISHED + Unfinished.name());
    }

    private static String name(Instant at, UUID reportId) {
        return String.format(Locale.ROOT, "%015d-%s", at.toEpochMilli(), reportId);
    }

    private static List<Path> entries(Path directory, String names) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, names)) {
            stream.forEach(entries::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        entries.sort(null);
        return entries;
    }
}
