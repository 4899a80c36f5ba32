package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.system.SystemDescriptor;

/** What releases of the operating system said of themselves, as long as that is needed. */
final class SystemDescriptors {

    private final StickDirectory stick;
    private final DurableFiles files;

    SystemDescriptors(Workbench bench) {
        this(bench.stick(), bench.files());
    }

    SystemDescriptors(StickDirectory stick, DurableFiles files) {
        this.stick = stick;
        this.files = files;
    }

    void put(UUID releaseId, SystemDescriptor descriptor) throws IOException {
        file(releaseId).write(descriptor);
    }

    /** Of a release, if that was written down. */
    Optional<SystemDescriptor> find(UUID releaseId) throws IOException {
        return file(releaseId).read();
    }

    /**
     * Of a release that was prepared.
     *
     * @throws IOException when it was not
     */
    SystemDescriptor of(UUID releaseId) throws IOException {
        return find(releaseId)
                .orElseThrow(() ->
                        new IOException(
                                "what system release %s is was not written down"
                                        .formatted(releaseId)));
    }

    /** Forgets all others. */
    void keepOnly(Set<UUID> releaseIds) throws IOException {
        Path directory = stick.systemDescriptor(new UUID(0, 0)).resolveSibling("");
        try (DirectoryStream<Path> known = Files.newDirectoryStream(directory)) {
            for (Path file : known) {
                String name = String.valueOf(file.getFileName());
                if (releaseIds.stream().noneMatch(id -> name.startsWith(id.toString()))) {
                    files.delete(file);
                }
            }
        } catch (NoSuchFileException _) {
            return;
        }
    }

    private StateFile<SystemDescriptor> file(UUID releaseId) {
        return new StateFile<>(
                files,
                stick.systemDescriptor(releaseId),
                SystemDescriptor::of,
                SystemDescriptors::write);
    }

    private static JsonObject write(SystemDescriptor descriptor) {
        return new JsonBuilder().put(SystemDescriptor.MEMBER, descriptor.write()).build();
    }
}
