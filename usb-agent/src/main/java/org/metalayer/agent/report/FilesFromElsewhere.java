package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
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

/**
 * Copies files into a component under their own names. What the owner has there is not replaced by
 * a file that happens to be named so; what a release put there and nobody changed is.
 */
final class FilesFromElsewhere {

    private final StickDirectory stick;
    private final Storage storage;
    private final InstalledComponents installed;
    private final Consumer<String> log;

    FilesFromElsewhere(StickDirectory stick, Storage storage, Consumer<String> log) {
        this.stick = stick;
        this.storage = storage;
        this.installed = new InstalledComponents(stick, storage.files());
        this.log = log;
    }

    /** Brings one file; returns where it is in the component. */
    RelativePath bring(Path file, ComponentName component) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NothingToReportException(file + " is no file");
        }
        RelativePath name =
                new RelativePath(RawPath.fileName(file).orElseThrow(() -> noText(file)));
        Substitution substitution = new Substitution(stick, storage, component, name);
        Path place = substitution.place();
        substitution
                .clear(file, released(name, component))
                .ifPresent(kept ->
                        log.accept(
                                "%s: a report was cut short; what you had saved in %s is in %s"
                                        .formatted(component, name, kept)));
        if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
            substitution.take(file);
        } else if (!isSame(file, place)) {
            FileEntry released =
                    untouched(name, component).orElseThrow(() -> substitution.isTheOwners(file));
            substitution.replace(released, file);
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

    /** What a release put there. */
    private Optional<FileEntry> released(RelativePath name, ComponentName component)
            throws IOException {
        return installed
                .of(component)
                .flatMap(release -> Optional.ofNullable(release.files().files().get(name)));
    }

    /** The same, unless the owner changed it. */
    private Optional<FileEntry> untouched(RelativePath name, ComponentName component)
            throws IOException {
        ComponentContent content =
                new OwnersContent(stick, new ContentScanner(stick, storage.files()), installed)
                        .of(component);
        boolean changed = content.changes().stream().anyMatch(it -> it.path().equals(name));
        return changed ? Optional.empty() : Optional.ofNullable(content.base().files().get(name));
    }
}
