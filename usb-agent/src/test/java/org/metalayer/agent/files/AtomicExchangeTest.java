package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.RelativePath;

class AtomicExchangeTest {

    @TempDir private Path directory;
    private final List<String> operations = new ArrayList<>();
    private final AtomicExchange exchange =
            new AtomicExchange(StorageFaults.calling(operations::add));

    @Test
    void swapsTwoTreesInOneStepAndBack() throws IOException {
        Path running = tree("module/player", "old");
        Path staged = tree("staged/player", "new");
        Inode oldTree = Inode.of(running);
        Inode newTree = Inode.of(staged);

        exchange.exchange(running, staged);
        assertThat(running.resolve("file")).hasContent("new");
        assertThat(staged.resolve("file")).hasContent("old");
        assertThat(Inode.of(running)).isEqualTo(newTree);

        exchange.exchange(running, staged);
        assertThat(running.resolve("file")).hasContent("old");
        assertThat(Inode.of(running)).isEqualTo(oldTree);
    }

    @Test
    void syncsBothDirectoriesThatHoldTheNames() throws IOException {
        exchange.exchange(tree("module/player", "old"), tree("staged/player", "new"));

        assertThat(operations).containsExactly("exchange", "sync-directory", "sync-directory");
    }

    @Test
    void exchangesNamesOutsideAscii() throws IOException {
        Path one = RawPath.resolve(directory, new RelativePath("Bücher 日本"));
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.createDirectory(one);
        Inode before = Inode.of(one);

        exchange.exchange(one, other);

        assertThat(Inode.of(other)).isEqualTo(before);
    }

    @Test
    void exchangesALinkItselfAndNotWhatItPointsTo() throws IOException {
        Path target = tree("target", "kept");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        Path other = tree("other", "x");

        exchange.exchange(link, other);

        assertThat(Files.isSymbolicLink(other)).isTrue();
        assertThat(target.resolve("file")).hasContent("kept");
    }

    @Test
    void tellsWhenOneOfThemIsMissing() throws IOException {
        Path there = tree("there", "x");

        assertThatThrownBy(() -> exchange.exchange(there, directory.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("does not exist");
        assertThat(there.resolve("file")).hasContent("x");
    }

    @Test
    void tellsWhenTheyLieOnDifferentFileSystems() throws IOException {
        Path here = tree("here", "x");

        assertThatThrownBy(() -> exchange.exchange(here, Path.of("/proc/self")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("different file systems");
    }

    @Test
    void refusesToSwapADirectoryWithOneInsideIt() throws IOException {
        Path outer = tree("outer", "x");
        Path inner = tree("outer/inner", "y");

        assertThatThrownBy(() -> exchange.exchange(inner, outer))
                .hasMessageContaining("one lies inside the other");
    }

    @Test
    void renamesToANameThatIsFreeOnly() throws IOException {
        Path from = tree("from", "new");
        Path taken = tree("taken", "kept");
        Path free = directory.resolve("free");

        assertThatThrownBy(() -> exchange.renameToNew(from, taken))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(taken.resolve("file")).hasContent("kept");

        exchange.renameToNew(from, free);
        assertThat(free.resolve("file")).hasContent("new");
        assertThat(from).doesNotExist();
    }

    @Test
    void theFileSystemOfTheTestsSupportsExchangeAndIsLeftClean() throws IOException {
        assertThat(AtomicExchange.probe(directory)).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileSystemInMemorySupportsExchange() throws IOException {
        assertThat(AtomicExchange.probe(Path.of("/dev/shm"))).isTrue();
    }

    @Test
    void everyErrorSaysWhatToDo() {
        assertThat(error(Errno.EINVAL))
                .isInstanceOf(ExchangeUnsupported.class)
                .hasMessageContaining("keep the stick's data on ext4");
        assertThat(error(Errno.ENOSYS)).isInstanceOf(ExchangeUnsupported.class);
        assertThat(error(Errno.EACCES)).isInstanceOf(AccessDeniedException.class);
        assertThat(error(Errno.EPERM)).isInstanceOf(AccessDeniedException.class);
        assertThat(error(Errno.EROFS)).hasMessageContaining("read-only");
        assertThat(error(Errno.ENOSPC)).hasMessageContaining("no room");
        assertThat(error(5)).hasMessageContaining("error 5");
    }

    private static IOException error(int errno) {
        return Errno.ofRename(errno, Path.of("a"), Path.of("b"));
    }

    private Path tree(String name, String content) throws IOException {
        Path tree = Files.createDirectories(directory.resolve(name));
        Files.writeString(tree.resolve("file"), content);
        return tree;
    }
}
