package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.Sha256;

/**
 * Pieces of a system: those that were fetched, and those that the running one has. Each is what its
 * digest names whenever it is read, whoever may have changed it meanwhile.
 *
 * @param fetched directories with files of a release, some of which are not there
 * @param running where pieces lie in what runs
 */
public record PieceSource(List<Path> fetched, Map<Sha256, Extent> running) {

    /** Those of the trees in a directory, which need not exist: what runs may have every piece. */
    public static PieceSource staged(Path directory, Map<Sha256, Extent> running)
            throws IOException {
        List<Path> trees = new ArrayList<>();
        try (DirectoryStream<Path> staged = Files.newDirectoryStream(directory)) {
            staged.forEach(trees::add);
        } catch (NoSuchFileException _) {
            return new PieceSource(List.of(), running);
        }
        return new PieceSource(trees, running);
    }

    /**
     * Reads one.
     *
     * @throws IOException when it is nowhere
     */
    public byte[] read(FileEntry piece) throws IOException {
        for (Path directory : fetched) {
            Path file = directory.resolve(piece.path().value());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = SmallFile.read(file, Math.toIntExact(piece.size()));
                if (Sha256.of(content).equals(piece.sha256())) {
                    return content;
                }
            }
        }
        Extent extent = running.get(piece.sha256());
        if (extent != null) {
            byte[] content = extent.read();
            if (Sha256.of(content).equals(piece.sha256())) {
                return content;
            }
        }
        throw new IOException("%s is not on the stick, or damaged".formatted(piece.path()));
    }

    /** Reads all, so that nothing is begun that could not be completed. */
    void requireAll(Iterator<FileEntry> pieces) throws IOException {
        while (pieces.hasNext()) {
            read(pieces.next());
        }
    }
}
