package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeDeletionTest {

    private static final int DEEP = 200;

    @TempDir private Path directory;
    private Path tree;
    private final List<String> operations = new ArrayList<>();
    private final DurableFiles durable = new DurableFiles(StorageFaults.calling(operations::add));

    @BeforeEach
    void aTree() throws IOException {
        tree = Files.createDirectories(directory.resolve("tree/inner"));
        Files.writeString(tree.resolve("file"), "x");
        tree = directory.resolve("tree");
    }

    @Test
    void deletesATreeAndMakesThatLast() throws IOException {
        durable.deleteTree(tree);

        assertThat(directory).isEmptyDirectory();
        assertThat(operations).containsExactly("delete", "delete", "delete", "sync-directory");
    }

    @Test
    void deletesLinksAndNotWhatTheyPointTo() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "x");
        Files.createSymbolicLink(tree.resolve("to-directory"), outside);
        Files.createSymbolicLink(tree.resolve("to-file"), kept);
        Files.createSymbolicLink(tree.resolve("to-nothing"), Path.of("nowhere"));

        durable.deleteTree(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).hasContent("x");
    }

    @Test
    void deletesALinkGivenAsTheTree() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), tree);

        durable.deleteTree(link);

        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(tree.resolve("inner/file")).exists();
    }

    @Test
    void reachesATreeThroughALinkAboveIt() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), tree);

        durable.deleteTree(link.resolve("inner"));

        assertThat(tree).isEmptyDirectory();
    }

    @Test
    void deletesAFileGivenAsTheTree() throws IOException {
        durable.deleteTree(tree.resolve("inner/file"));

        assertThat(tree.resolve("inner")).isEmptyDirectory();
    }

    @Test
    void isContentWhenThereIsNothing() throws IOException {
        durable.deleteTree(directory.resolve("missing"));
        durable.deleteTree(directory.resolve("missing/deeper"));

        assertThat(operations).isEmpty();
    }

    @Test
    void deletesDeepTrees() throws IOException {
        Path at = tree;
        for (int i = 0; i < DEEP; i++) {
            at = Files.createDirectory(at.resolve("d"));
        }

        durable.deleteTree(tree);

        assertThat(tree).doesNotExist();
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        StorageFaults.Hook once =
                operation -> {
                    operations.add(operation);
                    if (operations.size() == 2) {
                        throw new IOException("injected");
                    }
                };

        assertThatThrownBy(() -> new DurableFiles(StorageFaults.calling(once)).deleteTree(tree))
                .hasMessage("injected");
        durable.deleteTree(tree);

        assertThat(tree).doesNotExist();
    }

    @Test
    void refusesTheRootDirectory() {
        assertThatThrownBy(() -> durable.deleteTree(Path.of("/")))
                .hasMessageContaining("refusing to delete the root directory");
    }

    @Test
    void syncsEveryFileAndDirectoryOnceAndNoLink() throws IOException {
        Files.createSymbolicLink(tree.resolve("link"), Path.of("nowhere"));

        durable.syncTree(tree);

        assertThat(operations).containsExactly("sync", "sync", "sync");
    }
}
