package org.metalayer.agent.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.message.UpgradeReport;

/** Makes releases, their files stored where the feed finds them. */
public final class ReleaseBuilder {

    private final Blobs blobs;
    private final List<FileEntry> files = new ArrayList<>();
    private String component = "player";
    private long version = 1;

    private ReleaseBuilder(Blobs blobs) {
        this.blobs = blobs;
    }

    public static ReleaseBuilder aRelease(SimulatedMainSystem system) {
        return new ReleaseBuilder(system.blobs());
    }

    /** What the Main System makes of a report that it approves. */
    public static ReleaseDocument approved(UpgradeReport report, long version) {
        return new ReleaseDocument(
                UUID.randomUUID(),
                report.component(),
                version,
                report.type(),
                report.description(),
                report.features(),
                report.files(),
                report.parents(),
                report.reportId(),
                report.contributor(),
                Instant.now());
    }

    public ReleaseBuilder component(String name) {
        component = name;
        return this;
    }

    public ReleaseBuilder version(long number) {
        version = number;
        return this;
    }

    public ReleaseBuilder file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public ReleaseBuilder file(String path, byte[] bytes) {
        files.add(
                new FileEntry(
                        new RelativePath(path), bytes.length, FileMode.PLAIN, blobs.put(bytes)));
        return this;
    }

    /** A file whose bytes are not here. */
    public ReleaseBuilder entry(String path, long size, Sha256 digest) {
        files.add(new FileEntry(new RelativePath(path), size, FileMode.PLAIN, digest));
        return this;
    }

    public ReleaseBuilder executable(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        files.add(
                new FileEntry(
                        new RelativePath(path),
                        bytes.length,
                        FileMode.EXECUTABLE,
                        blobs.put(bytes)));
        return this;
    }

    public ReleaseDocument build() {
        return new ReleaseDocument(
                UUID.randomUUID(),
                new ComponentName(component),
                version,
                UpgradeType.FEATURE,
                "Something better",
                List.of(),
                FileManifest.of(files),
                List.of(),
                UUID.randomUUID(),
                new Contributor(new ModuleId("usb_999"), new ModuleName("Another stick")),
                Instant.now());
    }
}
