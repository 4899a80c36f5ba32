package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    @TempDir private Path directory;
    private final List<String> operations = new ArrayList<>();
    private final DurableFiles durable = new DurableFiles(StorageFaults.calling(operations::add));

    @Test
    void replacesAFileAndLeavesNothingElseBehind() throws IOException {
        Path file = directory.resolve("state.json");

        durable.replace(file, bytes("old"));
        durable.replace(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("state.json");
    }

    @Test
    void syncsContentBeforeItsNameAndTheNameLast() throws IOException {
        durable.replace(directory.resolve("state.json"), bytes("x"));

        assertThat(operations).containsExactly("write", "sync", "rename", "sync-directory");
    }

    @Test
    void aReplacementThatFailsLeavesTheOldContentAndNoTemporary() throws IOException {
        Path file = directory.resolve("state.json");
        durable.replace(file, bytes("old"));
        DurableFiles broken = new DurableFiles(StorageFaults.calling(failingAt("rename")));

        assertThatThrownBy(() -> broken.replace(file, bytes("new"))).hasMessage("injected");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("state.json");
    }

    @Test
    void replacesTheLinkAndNotWhatItPointsTo() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        Path link = Files.createSymbolicLink(directory.resolve("link"), secret);

        durable.replace(link, bytes("new"));

        assertThat(secret).hasContent("secret");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly() throws IOException {
        Path key = directory.resolve("key");

        durable.replaceSecret(key, bytes("k"));

        assertThat(mode(key)).isEqualTo("rw-------");
    }

    @Test
    void appendsAndMakesANewFilesNameLast() throws IOException {
        Path ledger = directory.resolve("ledger");

        durable.append(ledger, bytes("a\n"));
        durable.append(ledger, bytes("b\n"));

        assertThat(ledger).hasContent("a\nb\n");
        assertThat(operations)
                .containsExactly("append", "sync", "sync-directory", "append", "sync");
    }

    @Test
    void anAppendThatFailsLeavesTheFileAsLongAsBefore() throws IOException {
        Path ledger = directory.resolve("ledger");
        durable.append(ledger, bytes("a\n"));
        DurableFiles broken = new DurableFiles(StorageFaults.calling(failingAt("sync")));

        assertThatThrownBy(() -> broken.append(ledger, bytes("b\n"))).hasMessage("injected");
        assertThat(ledger).hasContent("a\n");
    }

    @Test
    void doesNotAppendThroughALink() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);

        assertThatThrownBy(() -> durable.append(link, bytes("x"))).isInstanceOf(IOException.class);
        assertThat(target).isEmptyFile();
    }

    @Test
    void createsMissingDirectoriesFromTheTop() throws IOException {
        Path deep = directory.resolve("a/b/c");

        durable.createDirectories(deep);
        durable.createDirectories(deep);

        assertThat(deep).isDirectory();
        assertThat(operations).hasSize(6).startsWith("create-directory", "sync-directory");
    }

    @Test
    void copiesContentAndExecutableBitOnly() throws IOException {
        Path script = executable("script", "#!/bin/sh\n", "rwxrwxrwx");
        Path plain = executable("plain", "", "rw-------");

        durable.copy(script, directory.resolve("script2"));
        durable.copy(plain, directory.resolve("plain2"));

        assertThat(directory.resolve("script2")).hasSameBinaryContentAs(script);
        assertThat(mode(directory.resolve("script2"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(directory.resolve("plain2"))).isEqualTo("rw-r--r--");
    }

    @Test
    void syncsACopyAndItsName() throws IOException {
        durable.copy(executable("a", "x", "rw-r--r--"), directory.resolve("b"));

        assertThat(operations).containsExactly("copy", "sync", "sync-directory");
    }

    @Test
    void leavesTheSyncsOfManyChangesToOneSyncOfTheirTree() throws IOException {
        DurableFiles staging = durable.unsynced();
        Path tree = directory.resolve("tree/inner");

        staging.createDirectories(tree);
        staging.replace(tree.resolve("a"), bytes("x"));
        staging.copy(tree.resolve("a"), tree.resolve("b"));
        staging.move(tree.resolve("b"), tree.resolve("c"));
        staging.append(tree.resolve("d"), bytes("x"));
        staging.delete(tree.resolve("d"));
        assertThat(operations).noneMatch(operation -> operation.startsWith("sync"));

        operations.clear();
        staging.syncTree(directory.resolve("tree"));
        assertThat(operations).containsOnly("sync").hasSize(4);
    }

    @Test
    void copiesNeitherThroughALinkNorOntoAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertThatThrownBy(() -> durable.copy(link, directory.resolve("copy")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("no regular file");
        assertThatThrownBy(() -> durable.copy(file, link))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void movesOverAnExistingFileAndSyncsBothDirectories() throws IOException {
        Path from = Files.writeString(directory.resolve("from"), "new");
        Path into = Files.createDirectory(directory.resolve("into"));
        Path to = Files.writeString(into.resolve("to"), "old");

        durable.move(from, to);

        assertThat(to).hasContent("new");
        assertThat(from).doesNotExist();
        assertThat(operations).containsExactly("rename", "sync-directory", "sync-directory");
    }

    @Test
    void deletesWhatIsThereAndIsContentWithNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        durable.delete(file);
        durable.delete(file);

        assertThat(file).doesNotExist();
    }

    @Test
    void removesTemporariesOfInterruptedWritesOnly() throws IOException {
        Path file = directory.resolve("state.json");
        durable.replace(file, bytes("kept"));
        Files.writeString(directory.resolve(".metalayer-4711-1.tmp"), "half");
        Files.writeString(directory.resolve("owner.tmp"), "kept");

        durable.deleteTemporaries(directory);

        assertThat(names()).containsExactlyInAnyOrder("state.json", "owner.tmp");
    }

    @Test
    void tellsAMissingDirectoryPlainly() {
        assertThatThrownBy(() -> durable.replace(directory.resolve("none/file"), bytes("x")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path executable(String name, String content, String mode) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static StorageFaults.Hook failingAt(String operation) {
        return name -> {
            if (name.equals(operation)) {
                throw new IOException("injected");
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
