package org.metalayer.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.UpgradeReport;

/** An upgrade report of all files of a directory, signed and ready to be sent. */
public final class Report {
    private static final String PATH = "/api/v1/stick/upgrade-reports";

    private final UUID id;
    private final byte[] envelope;
    private final Set<Sha256> files;
    private final Upload upload;

    private Report(UUID id, byte[] envelope, Map<Sha256, Path> files) throws IOException {
        this.id = id;
        this.envelope = envelope;
        this.files = Set.copyOf(files.keySet());
        this.upload = Upload.of(files);
    }

    /** Reads and hashes the files, as a stick has done long before it reports. */
    public static Report of(Stick stick, String component, UpgradeType type, Path directory)
            throws IOException {
        Map<Sha256, Path> files = new LinkedHashMap<>();
        List<FileEntry> entries = new ArrayList<>();
        for (Path file : regularFiles(directory)) {
            Sha256 digest = Sha256.of(Files.readAllBytes(file));
            files.put(digest, file);
            entries.add(
                    new FileEntry(
                            new RelativePath(directory.relativize(file).toString()),
                            Files.size(file),
                            FileMode.PLAIN,
                            digest));
        }
        UpgradeReport report =
                new UpgradeReport(
                        UUID.randomUUID(),
                        stick.contributor(),
                        new ComponentName(component),
                        type,
                        "Made to be measured",
                        List.of(),
                        List.of(),
                        List.of(),
                        FileManifest.of(entries),
                        Instant.now());
        return new Report(report.reportId(), report.sign(stick.key()).encode(), files);
    }

    public UUID id() {
        return id;
    }

    /**
     * Sends report and files until the Main System has everything (docs/protocol.md §5).
     *
     * @param session the stick's
     */
    public void deliver(Http session) throws IOException {
        Set<Sha256> missing =
                session.post(PATH, envelope).strings("missing", Sha256::new).stream()
                        .collect(Collectors.toSet());
        if (missing.equals(files)) {
            upload.send(session);
        } else if (!missing.isEmpty()) {
            throw new IOException("the Main System has some of the files already");
        }
        JsonObject answer = session.post(PATH, envelope);
        if (answer.string("state").equals("awaiting_files")) {
            throw new IOException("the Main System still awaits files: " + answer);
        }
    }

    private static List<Path> regularFiles(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
