package org.metalayer.server.catalog.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.Sha256;

/** Where artifacts lie on disk, and how a file becomes one: written, moved into place, forced. */
record ArtifactFiles(Path root, DurableWrites durable) {

    /** A written file and the digest that its bytes were checked against. */
    record Staged(Sha256 digest, Path file) {}

    Path of(Sha256 digest) {
        return directory(digest).resolve(digest.hex().substring(2));
    }

    private Path directory(Sha256 digest) {
        return root.resolve(digest.hex().substring(0, 2));
    }

    /** Holds what is being written; emptied at every start. */
    Path unfinished() {
        return root.resolve("unfinished");
    }

    /** Holds resumable uploads between their parts; survives a restart. */
    Path partial(UUID owner, Sha256 digest) {
        return partials().resolve(owner + "." + digest);
    }

    Path partials() {
        return root.resolve("partial");
    }

    /**
     * Makes the directories of all artifacts and their names durable, so that whoever places a file
     * has only that file's own name to force, and never one that somebody else has yet to.
     */
    void prepare() throws IOException {
        Files.createDirectories(partials());
        Files.createDirectories(unfinished());
        for (int first = 0; first <= 0xff; first++) {
            Files.createDirectories(root.resolve(HexFormat.of().toHexDigits((byte) first)));
        }
        durable.force(List.of(root, root.resolveSibling("")));
    }

    /** Whether the whole artifact lies in its place, vouched for or not. */
    boolean isInPlace(Sha256 digest, long size) throws IOException {
        Path target = of(digest);
        return Files.exists(target) && Files.size(target) == size && digest(target).equals(digest);
    }

    /** Makes the content of checked files durable, before a transaction begins to place them. */
    void settle(List<Staged> staged) throws IOException {
        durable.forceMany(staged.stream().map(Staged::file).toList());
    }

    /**
     * Moves checked files, whose content is durable, to their places and returns when a power cut
     * can no longer take them from there.
     */
    void place(List<Staged> staged) throws IOException {
        Set<Path> changed = new LinkedHashSet<>(Set.of(root));
        for (Staged each : staged) {
            Path target = of(each.digest());
            // A file that is already right may be vouched for by a row: it is never replaced.
            if (Files.exists(target) && digest(target).equals(each.digest())) {
                Files.deleteIfExists(each.file());
            } else {
                move(each.file(), target);
            }
            changed.add(directory(each.digest()));
        }
        durable.force(changed);
    }

    /** Makes the place of a file that lies there durable; that its bytes are right was checked. */
    void settleInPlace(Sha256 digest) throws IOException {
        durable.force(List.of(root, directory(digest), of(digest)));
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(
                    file,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // The disk of the artifacts may have been mounted after the start.
            if (!Files.exists(file) || Files.isDirectory(target.resolveSibling(""))) {
                throw e;
            }
            Files.createDirectories(target.resolveSibling(""));
            move(file, target);
        }
    }

    /** The digest of a file as it stands on disk. */
    static Sha256 digest(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.finish(digest.digest());
    }
}
