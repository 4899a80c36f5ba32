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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.DiskSpace;

/** The door to the artifacts. */
@ApplicationScoped
public class ArtifactStore {

    private final ArtifactQueries repository;
    private final ArtifactPlacement placement;
    private final ArtifactTurns turns;
    private final ArtifactFiles files;
    private final DiskSpace space;
    private final AsideWrites writes;

    @Inject
    ArtifactStore(
            ArtifactQueries repository,
            ArtifactPlacement placement,
            ArtifactTurns turns,
            DurableWrites durable,
            AsideWrites writes,
            DataDirectory data,
            @ConfigProperty(name = DiskSpace.HEADROOM) long headroom) {
        this.repository = repository;
        this.placement = placement;
        this.turns = turns;
        this.files = new ArtifactFiles(data.blobs(), durable);
        this.space = DiskSpace.of(data.blobs(), headroom);
        this.writes = writes;
    }

    /** Sizes in bytes of those of {@code digests} that are stored. */
    public Map<Sha256, Long> sizes(Collection<Sha256> digests) {
        return repository.sizes(digests);
    }

    /**
     * Keeps artifacts, stored already or later, until {@code holder} lets go or the transaction of
     * the caller is rolled back.
     *
     * @param sizes in bytes, as the holder declares them
     */
    public void hold(UUID holder, Map<Sha256, Long> sizes) {
        turns.beforeUse();
        repository.hold(holder, sizes);
    }

    /** What {@code holder} holds and the store does not have. */
    public List<Sha256> missing(UUID holder) {
        return repository.missing(holder);
    }

    /**
     * Up to {@code most} sizes that one of {@code holders} declares, one that also holds {@code
     * digest}, stored or not; nothing where none does.
     */
    public Map<Sha256, Long> heldBeside(Collection<UUID> holders, Sha256 digest, int most) {
        return repository.heldBeside(holders, digest, most);
    }

    /**
     * The sizes that {@code holders} declared for what they hold, stored or not: where they differ,
     * nobody knows yet who is right.
     */
    public Set<Long> held(Collection<UUID> holders, Sha256 digest) {
        return repository.held(holders, digest);
    }

    /** What only {@code holder} needed may be swept, also files that no row vouches for. */
    public void letGo(UUID holder) {
        repository.letGo(holder);
    }

    /** Keeps {@code digests} for ever: a release has them. */
    public void keep(Collection<Sha256> digests) {
        repository.keep(digests);
    }

    /** The next of those that releases have; there may be more than memory holds. */
    public List<Sha256> keptAfter(Optional<Sha256> last, int most) {
        return repository.keptAfter(last, most);
    }

    /** The bytes of a stored artifact. */
    public InputStream open(Sha256 digest) throws IOException {
        return Files.newInputStream(files.of(digest));
    }

    /** Where a stored artifact lies, for linking it; never for writing. */
    public Path path(Sha256 digest) {
        return files.of(digest);
    }

    /** Whether the store is not there at all, as when its disk is not mounted. */
    public boolean isAway() {
        return !Files.isDirectory(files.unfinished());
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
                    placement,
                    space,
                    Files.createTempDirectory(files.unfinished(), "pack"),
                    writes);
        } catch (IOException e) {
            throw space.explain(e);
        }
    }

    /** The resumable upload of one artifact by one owner, which has one of {@code sizes}. */
    public ArtifactUpload upload(UUID owner, Sha256 digest, Set<Long> sizes) {
        return new ArtifactUpload(files, repository, placement, space, owner, digest, sizes);
    }

    /** Where resumable uploads wait for their next part. */
    Path partials() {
        return files.partials();
    }

    /** What was being written when the process ended is worthless: whole packs are sent again. */
    void discardUnfinished(@Observes StartupEvent starting) throws IOException {
        files.prepare();
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
