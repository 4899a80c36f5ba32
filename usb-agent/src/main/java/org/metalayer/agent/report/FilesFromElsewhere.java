package org.metalayer.agent.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/**
 * Copies files into a component under their own names. What the owner has there is not replaced by
 * a file that happens to be named so; what a release put there and nobody changed is.
 */
final class FilesFromElsewhere {

    private final StickDirectory stick;
    private final Storage storage;

    FilesFromElsewhere(StickDirectory stick, Storage storage) {
        this.stick = stick;
        this.storage = storage;
    }

    /** Brings one file; returns where it is in the component. */
    RelativePath bring(Path file, ComponentName component) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NothingToReportException(file + " is no file");
        }
        RelativePath name =
                new RelativePath(RawPath.fileName(file).orElseThrow(() -> noText(file)));
        Path content = stick.content(component);
        Path place = RawPath.resolve(content, name);
        if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
            storage.renames().renameToNew(copy(file, name, content), place);
        } else if (!isSame(file, place)) {
            FileEntry released =
                    released(name, component).orElseThrow(() -> isTheOwners(place, file));
            takePlaceOf(released, place, file, copy(file, name, content));
        }
        return name;
    }

    /** Looks at what was there only once nobody can save to its name any more. */
    private void takePlaceOf(FileEntry released, Path place, Path file, Path copy)
            throws IOException {
        storage.renames().exchange(copy, place);
        boolean untouched =
                Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                        && digest(copy).equals(released.sha256());
        if (!untouched) {
            storage.renames().exchange(copy, place);
        }
        storage.files().delete(copy);
        if (!untouched) {
            throw isTheOwners(place, file);
        }
    }

    static MalformedDocumentException noText(Path file) {
        return new MalformedDocumentException(
                "the name of %s is no text: rename the file".formatted(file));
    }

    private static boolean isSame(Path file, Path place) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && Files.mismatch(file, place) < 0;
    }

    private static Sha256 digest(Path file) throws IOException {
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return Sha256.finish(bytes.getMessageDigest().digest());
        }
    }

    /** What a release put there, unless the owner changed it. */
    private Optional<FileEntry> released(RelativePath name, ComponentName component)
            throws IOException {
        OwnersContent owners =
                new OwnersContent(
                        stick,
                        new ContentScanner(stick, storage.files()),
                        new InstalledComponents(stick, storage.files()));
        ComponentContent content = owners.of(component);
        boolean changed = content.changes().stream().anyMatch(it -> it.path().equals(name));
        return changed ? Optional.empty() : Optional.ofNullable(content.base().files().get(name));
    }

    private static NothingToReportException isTheOwners(Path place, Path file) {
        return new NothingToReportException(
                "%s is there already and is not the same as %s: copy it there yourself, or rename one of them"
                        .formatted(place, file));
    }

    /** A whole copy beside its place, which is one rename away. */
    private Path copy(Path file, RelativePath name, Path content) throws IOException {
        storage.files().createDirectories(content);
        Path incoming = RawPath.resolve(content, "." + name + ".tmp");
        storage.files().delete(incoming);
        storage.files().copy(file, incoming);
        return incoming;
    }
}
