package org.metalayer.server.catalog.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.artifact.DurableWrites;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.PublicFiles;

/** Puts released bytes where the feed serves them from, durably. */
@ApplicationScoped
public class Feed {

    private final Path root;
    private final ArtifactStore artifacts;
    private final DurableWrites durable;

    @Inject
    Feed(DataDirectory data, ArtifactStore artifacts, DurableWrites durable) throws IOException {
        this.root = data.feed().resolve("v1");
        this.artifacts = artifacts;
        this.durable = durable;
        PublicFiles.directory(root);
        PublicFiles.directory(root.resolve("blobs"));
        PublicFiles.directory(root.resolve("metadata"));
        PublicFiles.directory(root.resolve("targets"));
    }

    public Path blob(Sha256 digest) {
        return root.resolve("blobs").resolve(digest.hex());
    }

    /** A file of trust metadata, or of what there is to be of it. */
    public Path metadata(String name) {
        return root.resolve("metadata").resolve(name);
    }

    /**
     * Where a target lies.
     *
     * @param name with its digest, as {@link RepositoryFiles#target} makes it
     */
    public Path target(String name) {
        return root.resolve("targets").resolve(name);
    }

    public boolean hasTarget(String path, TargetFile file) {
        return Files.exists(target(RepositoryFiles.target(path, file, true)));
    }

    /** Publishes what a target path names; what lies there already is what it names. */
    public void publishTarget(String path, TargetFile file, byte[] bytes) {
        Path place = target(RepositoryFiles.target(path, file, true));
        try {
            if (Files.notExists(place)) {
                Path directory = root;
                for (Path each : root.relativize(place.resolveSibling(".").normalize())) {
                    directory = directory.resolve(each);
                    PublicFiles.directory(directory);
                }
                write(directory, place.getFileName().toString(), bytes);
            }
        } catch (IOException e) {
            throw artifacts.space().explain(e);
        }
    }

    /** Publishes a metadata file that never changes. */
    public void publishMetadata(String name, byte[] bytes) {
        if (Files.notExists(metadata(name))) {
            replaceMetadata(name, bytes);
        }
    }

    /** Replaces a metadata file; only the timestamp is ever replaced. */
    public void replaceMetadata(String name, byte[] bytes) {
        try {
            write(root.resolve("metadata"), name, bytes);
        } catch (IOException e) {
            throw artifacts.space().explain(e);
        }
    }

    /** Drops metadata files that were replaced before that moment; roots and the timestamp stay. */
    public void sweepMetadata(Set<String> present, Instant before) throws IOException {
        sweep(
                root.resolve("metadata"),
                before,
                name ->
                        !present.contains(name)
                                && !name.endsWith(".root.json")
                                && !name.equals("timestamp.json"));
    }

    /** Drops what lies in a directory of targets since before that moment and is none any more. */
    public void sweepTargets(String directory, Set<String> present, Instant before)
            throws IOException {
        Path place = target(directory);
        if (Files.isDirectory(place)) {
            sweep(place, before, name -> !present.contains(directory + "/" + name));
        }
    }

    private static void sweep(Path directory, Instant before, Predicate<String> isOld)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> isOld.test(file.getFileName().toString())).toList();
        }
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Publishes stored artifacts. */
    public void publish(Collection<Sha256> digests) {
        try {
            List<Path> written = new ArrayList<>();
            for (Sha256 digest : digests) {
                Path target = blob(digest);
                if (!Files.exists(target)) {
                    written.addAll(link(artifacts.path(digest), target));
                    PublicFiles.open(target);
                }
            }
            written.add(root.resolve("blobs"));
            durable.force(written);
        } catch (IOException e) {
            throw artifacts.space().explain(e);
        }
    }

    /**
     * Links artifacts that only the feed has left back into the store.
     *
     * @return those that cannot be linked; they are not copied, as the store may be a disk that is
     *     not mounted
     */
    public List<Sha256> giveBack(Collection<Sha256> digests) throws IOException {
        List<Sha256> refused = new ArrayList<>();
        Set<Path> changed = new HashSet<>();
        for (Sha256 digest : digests) {
            Path lost = artifacts.path(digest);
            try {
                Files.createDirectories(lost.resolveSibling("."));
                Files.createLink(lost, blob(digest));
                changed.add(lost.resolveSibling("."));
                changed.add(lost.resolveSibling(".."));
            } catch (UnsupportedOperationException | IOException noLinks) {
                refused.add(digest);
            }
        }
        durable.force(changed);
        return refused;
    }

    /** Takes a target away, until it is published again. */
    public void retractTarget(String path, TargetFile file) {
        try {
            Files.deleteIfExists(target(RepositoryFiles.target(path, file, true)));
        } catch (IOException e) {
            throw artifacts.space().explain(e);
        }
    }

    private void write(Path directory, String name, byte[] bytes) throws IOException {
        Path fresh = directory.resolve(name + ".new");
        Files.write(fresh, bytes);
        PublicFiles.open(fresh);
        durable.force(List.of(fresh));
        Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        durable.force(List.of(directory));
    }

    /** Returns what has to be forced: a link shares bytes that are durable, a copy does not. */
    private static List<Path> link(Path artifact, Path target) throws IOException {
        try {
            Files.createLink(target, artifact);
            return List.of();
        } catch (FileAlreadyExistsException publishedMeanwhile) {
            return List.of();
        } catch (NoSuchFileException lost) {
            throw new IOException("the stored artifact " + artifact + " is gone: restore it", lost);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Path fresh = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
            Files.copy(artifact, fresh);
            try (FileChannel copy = FileChannel.open(fresh)) {
                copy.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return List.of(target);
        }
    }
}
