package org.metalayer.agent.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/**
 * Gives a name in a component to a copy of another file, while the owner may save to that name, and
 * the power may be cut, at any moment. Only what lies elsewhere as well is deleted: the copy, and
 * the bytes of a release.
 */
final class Substitution {

    private final Storage storage;
    private final Path place;
    private final Path incoming;
    private final Path kept;

    Substitution(
            StickDirectory stick, Storage storage, ComponentName component, RelativePath name) {
        this.storage = storage;
        Path content = stick.content(component);
        this.place = RawPath.resolve(content, name);
        this.incoming = RawPath.resolve(content, "." + name + ".tmp");
        this.kept =
                RawPath.resolve(stick.kept(component).resolve(UUID.randomUUID().toString()), name);
    }

    /** The name that is given. */
    Path place() {
        return place;
    }

    /**
     * Clears away what an earlier one, which was cut short, has left of its copy.
     *
     * @return where the owner finds what it had taken out and not put back
     */
    Optional<Path> clear(Path file, Optional<FileEntry> released) throws IOException {
        if (Files.notExists(incoming, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (isBeginningOf(file) || (released.isPresent() && holds(released.get().sha256()))) {
            storage.files().delete(incoming);
            return Optional.empty();
        }
        return Optional.of(keep());
    }

    /**
     * Takes a name that nobody has.
     *
     * @throws NothingToReportException when somebody has it by now
     */
    void take(Path file) throws IOException {
        copy(file);
        try {
            storage.renames().renameToNew(incoming, place);
        } catch (FileAlreadyExistsException e) {
            storage.files().delete(incoming);
            throw isTheOwners(file);
        }
    }

    /**
     * Takes the name of a release's file. What was there is looked at only once nobody can save to
     * its name any more.
     *
     * @throws NothingToReportException when the owner has saved something there meanwhile
     */
    void replace(FileEntry released, Path file) throws IOException {
        copy(file);
        storage.renames().exchange(incoming, place);
        if (holds(released.sha256())) {
            storage.files().delete(incoming);
            return;
        }
        storage.renames().exchange(incoming, place);
        if (isWholeOf(file)) {
            storage.files().delete(incoming);
            throw isTheOwners(file);
        }
        // Saved once more between the two: the later one stays, the one before it is kept.
        storage.renames().exchange(incoming, place);
        throw new NothingToReportException(
                "%s; what you had saved there just before is in %s"
                        .formatted(isTheOwners(file).getMessage(), keep()));
    }

    NothingToReportException isTheOwners(Path file) {
        return new NothingToReportException(
                "%s is there already and is not the same as %s: copy it there yourself, or rename one of them"
                        .formatted(place, file));
    }

    /** A whole copy beside its place, which is one rename away. */
    private void copy(Path file) throws IOException {
        storage.files().createDirectories(incoming.resolveSibling(""));
        storage.files().copy(file, incoming);
    }

    private Path keep() throws IOException {
        storage.files().createDirectories(kept.resolveSibling(""));
        storage.renames().renameToNew(incoming, kept);
        return kept;
    }

    private boolean isWholeOf(Path file) throws IOException {
        return isRegular() && Files.mismatch(file, incoming) < 0;
    }

    private boolean isBeginningOf(Path file) throws IOException {
        return isWholeOf(file)
                || (isRegular() && Files.mismatch(file, incoming) == Files.size(incoming));
    }

    private boolean holds(Sha256 expected) throws IOException {
        if (!isRegular()) {
            return false;
        }
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(incoming), Sha256.digest())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return Sha256.finish(bytes.getMessageDigest().digest()).equals(expected);
        }
    }

    private boolean isRegular() {
        return Files.isRegularFile(incoming, LinkOption.NOFOLLOW_LINKS);
    }
}
