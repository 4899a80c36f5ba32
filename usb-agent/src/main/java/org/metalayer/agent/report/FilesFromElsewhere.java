package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;

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
            requireUntouched(name, component, place, file);
            storage.files().move(copy(file, name, content), place);
        }
        return name;
    }

    static MalformedDocumentException noText(Path file) {
        return new MalformedDocumentException(
                "the name of %s is no text: rename the file".formatted(file));
    }

    private static boolean isSame(Path file, Path place) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && Files.mismatch(file, place) < 0;
    }

    private void requireUntouched(RelativePath name, ComponentName component, Path place, Path file)
            throws IOException {
        OwnersContent owners =
                new OwnersContent(
                        stick,
                        new ContentScanner(stick, storage.files()),
                        new InstalledComponents(stick, storage.files()));
        ComponentContent content = owners.of(component);
        boolean untouched =
                content.base().files().containsKey(name)
                        && content.changes().stream().noneMatch(it -> it.path().equals(name));
        if (!untouched) {
            throw new NothingToReportException(
                    "%s is there already and is not the same as %s: copy it there yourself, or rename one of them"
                            .formatted(place, file));
        }
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
