package org.metalayer.agent.pages;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.files.FileIndex;
import org.metalayer.agent.files.TreeFile;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/**
 * The installed release, strictly: what its manifest lists, as long as the bytes are the
 * manifest's.
 */
final class Release implements Holding {

    private final Shelf shelf;
    private final ComponentName component;

    Release(Shelf shelf, ComponentName component) {
        this.shelf = shelf;
        this.component = component;
    }

    @Override
    public Find find(RelativePath path) throws IOException {
        List<FileEntry> listed = listed(path);
        if (listed.isEmpty()) {
            return new Find.Absent();
        }
        TreeFile file;
        try {
            file = TreeFile.open(shelf.directory(component), path);
        } catch (FileSystemException e) {
            return new Find.Changed();
        }
        return compare(file, listed);
    }

    private Find compare(TreeFile file, List<FileEntry> listed) throws IOException {
        try {
            Optional<Sha256> digest = digest(file, listed);
            if (digest.isPresent()) {
                return new Find.Present(file, digest);
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        file.close();
        return new Find.Changed();
    }

    /** Its digest, when that is a listed one; a file of another size need not be read for that. */
    private Optional<Sha256> digest(TreeFile file, List<FileEntry> listed) throws IOException {
        if (listed.stream().noneMatch(entry -> entry.size() == file.size())) {
            return Optional.empty();
        }
        FileIndex known = shelf.scanner().known(component);
        return file.digest(known)
                .filter(digest -> listed.stream().anyMatch(entry -> entry.sha256().equals(digest)));
    }

    /**
     * The file in the manifest of what is installed, and of what has just taken its place: before
     * and after the one rename of an upgrade, one of the two is what lies there.
     */
    private List<FileEntry> listed(RelativePath path) throws IOException {
        return Stream.of(shelf.installed().of(component), shelf.journal().arriving(component))
                .flatMap(Optional::stream)
                .map(Installed::files)
                .map(manifest -> manifest.files().get(path))
                .filter(Objects::nonNull)
                .toList();
    }
}
