package org.metalayer.server.evaluation.stage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
import org.metalayer.protocol.health.ComponentFiles;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.catalog.Release;

/** A dossier in the making: head and report as maps from path to content. */
final class DossierBuilder {

    private static final Contributor CONTRIBUTOR =
            new Contributor(new ModuleId("usb_001"), new ModuleName("Kitchen stick"));

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, FileMode> modes = new HashMap<>();
    private final Map<Sha256, Long> stored = new HashMap<>();
    private final List<Release> parents = new ArrayList<>();
    private List<UUID> named = List.of();
    private Optional<Release> head = Optional.empty();
    private FileManifest headFiles = FileManifest.EMPTY;
    private FileManifest baseFiles = FileManifest.EMPTY;

    static DossierBuilder aReport() {
        return new DossierBuilder();
    }

    DossierBuilder file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    DossierBuilder file(String path, byte[] content) {
        files.put(path, content);
        stored.put(Sha256.of(content), (long) content.length);
        return this;
    }

    DossierBuilder executable(String path, String content) {
        modes.put(path, FileMode.EXECUTABLE);
        return file(path, content);
    }

    DossierBuilder notUploaded(String path) {
        stored.remove(Sha256.of(Optional.ofNullable(files.get(path)).orElseThrow()));
        return this;
    }

    DossierBuilder uploadedWithSize(String path, long size) {
        stored.put(Sha256.of(Optional.ofNullable(files.get(path)).orElseThrow()), size);
        return this;
    }

    /** The newest release, with one file per given path whose content is {@code version + path}. */
    DossierBuilder head(int version, String... paths) {
        Release release = release("music-player", version);
        head = Optional.of(release);
        headFiles = manifest(version, paths);
        return this;
    }

    /** Builds on the head. */
    DossierBuilder onHead() {
        baseFiles = headFiles;
        return on(head.orElseThrow());
    }

    /** Builds on an older release. */
    DossierBuilder onOlder(int version, String... paths) {
        baseFiles = manifest(version, paths);
        return on(release("music-player", version));
    }

    DossierBuilder onForeignComponent() {
        return on(release("clock", 1));
    }

    DossierBuilder onUnknownRelease() {
        named = List.of(UUID.randomUUID());
        return this;
    }

    Dossier build() {
        return new Dossier(
                report(),
                head,
                headFiles,
                parents,
                baseFiles,
                stored,
                new ComponentFiles() {
                    @Override
                    public OptionalLong size(RelativePath path) {
                        byte[] content = files.get(path.value());
                        return content == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(content.length);
                    }

                    @Override
                    public InputStream open(RelativePath path) {
                        return new ByteArrayInputStream(
                                Optional.ofNullable(files.get(path.value())).orElseThrow());
                    }
                });
    }

    private DossierBuilder on(Release parent) {
        parents.add(parent);
        named = List.of(parent.id());
        return this;
    }

    private UpgradeReport report() {
        return new UpgradeReport(
                UUID.randomUUID(),
                CONTRIBUTOR,
                new ComponentName("music-player"),
                UpgradeType.FEATURE,
                "Playlists",
                List.of(),
                List.of(),
                named,
                FileManifest.of(
                        files.entrySet().stream()
                                .map(
                                        file ->
                                                entry(
                                                        file.getKey(),
                                                        file.getValue(),
                                                        modes.getOrDefault(
                                                                file.getKey(), FileMode.PLAIN)))
                                .toList()),
                Instant.EPOCH);
    }

    private static FileManifest manifest(int version, String... paths) {
        List<FileEntry> entries = new ArrayList<>();
        for (String path : paths) {
            byte[] content = (version + path).getBytes(StandardCharsets.UTF_8);
            entries.add(entry(path, content, FileMode.PLAIN));
        }
        return FileManifest.of(entries);
    }

    private static FileEntry entry(String path, byte[] content, FileMode mode) {
        return new FileEntry(new RelativePath(path), content.length, mode, Sha256.of(content));
    }

    private static Release release(String component, int version) {
        return new Release(
                UUID.randomUUID(),
                new ComponentName(component),
                version,
                UpgradeType.FEATURE,
                "before",
                List.of(),
                List.of(),
                List.of(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                CONTRIBUTOR,
                1,
                1,
                Sha256.of(new byte[0]),
                "key",
                false,
                Instant.EPOCH);
    }
}
