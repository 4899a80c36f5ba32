package org.metalayer.server.catalog.artifact;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.DataDirectory;

/** The door to the artifacts. */
@ApplicationScoped
public class ArtifactStore {

    private final ArtifactQueries repository;
    private final ArtifactFiles files;
    private final DiskSpace space;

    @Inject
    ArtifactStore(
            ArtifactQueries repository,
            DurableWrites durable,
            DataDirectory data,
            @ConfigProperty(name = "metalayer.storage.headroom-bytes", defaultValue = "268435456")
                    long headroom) {
        this.repository = repository;
        this.files = new ArtifactFiles(data.blobs(), durable);
        this.space = new DiskSpace(data.blobs(), headroom);
    }

    /** Sizes in bytes of those of {@code digests} that are stored. */
    public Map<Sha256, Long> sizes(Collection<Sha256> digests) {
        return repository.sizes(digests);
    }

    /** The bytes of a stored artifact. */
    public InputStream open(Sha256 digest) throws IOException {
        return Files.newInputStream(files.of(digest));
    }

    /** Where a stored artifact lies, for linking it; never for writing. */
    public Path path(Sha256 digest) {
        return files.of(digest);
    }

    public DiskSpace space() {
        return space;
    }

    /** Begins to take many small artifacts, which become visible together or not at all. */
    public ArtifactBatch batch() {
        try {
            return new ArtifactBatch(
                    files,
                    repository,
                    space,
                    Files.createTempDirectory(files.unfinished(), "pack"));
        } catch (IOException e) {
            throw space.explain(e);
        }
    }

    /** The resumable upload of one artifact by one owner. */
    public ArtifactUpload upload(UUID owner, Sha256 digest, long size) {
        return new ArtifactUpload(files, repository, space, owner, digest, size);
    }

    /** Where resumable uploads wait for their next part. */
    Path partials() {
        return files.partials();
    }

    /** What was being written when the process ended is worthless: whole packs are sent again. */
    void discardUnfinished(@Observes StartupEvent starting) throws IOException {
        Files.createDirectories(files.partials());
        Files.createDirectories(files.unfinished());
        try (Stream<Path> found = Files.walk(files.unfinished())) {
            List<Path> deepestFirst = found.toList().reversed();
            for (Path each : deepestFirst) {
                if (!each.equals(files.unfinished())) {
                    Files.delete(each);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
