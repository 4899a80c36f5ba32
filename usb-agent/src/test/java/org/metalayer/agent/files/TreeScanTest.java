package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.PathObjection;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

class TreeScanTest {

    @TempDir private Path temporary;

    @Test
    void recordsEveryFileWithSizeModeAndDigest() throws IOException {
        write("index.html", "<p>");
        write("js/deep/player.js", "");
        Path tool = write("bin/tool", "#!");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));

        Tree tree = scan();

        assertThat(tree.files())
                .containsExactly(
                        file("bin/tool", "#!", FileMode.EXECUTABLE),
                        file("index.html", "<p>", FileMode.PLAIN),
                        file("js/deep/player.js", "", FileMode.PLAIN));
        assertThat(tree.refused()).isEmpty();
        assertThat(tree.ignored()).isEmpty();
        assertThat(tree.files().values()).hasSize(3);
    }

    @Test
    void anEmptyComponentIsAnEmptyTree() throws IOException {
        assertThat(scan().files()).isEmpty();
    }

    @Test
    void refusesLinksAndDoesNotFollowThem() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(root().resolve("directory"), outside);
        Files.createSymbolicLink(root().resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(root().resolve("self"), Path.of("self"));

        assertThat(scan().files()).isEmpty();
        assertThat(refused())
                .containsOnlyKeys("directory", "file", "self")
                .allSatisfy((path, why) -> assertThat(why).contains("symbolic link"));
    }

    @Test
    void refusesPipesAndSocketsWithoutOpeningThem() throws Exception {
        Path pipe = root().resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root().resolve("socket")));

            assertThat(refused())
                    .containsOnly(
                            entry("pipe", FileKind.FIFO.objection()),
                            entry("socket", FileKind.SOCKET.objection()));
        }
    }

    @Test
    void knowsDevices() throws IOException {
        assertThat(FileStamp.of(Path.of("/dev/null")).kind()).isEqualTo(FileKind.CHARACTER_DEVICE);
        assertThat(FileKind.CHARACTER_DEVICE.objection()).isNotEmpty();
        assertThat(FileKind.BLOCK_DEVICE.objection()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "aux.txt=DEVICE_NAME",
                "back\\slash=BACKSLASH",
                "what?.mp3=FORBIDDEN_CHARACTER",
                "`dot.`=TRAILING_DOT_OR_SPACE",
                "`space `=TRAILING_DOT_OR_SPACE",
                "CON/inside=DEVICE_NAME"
            })
    void refusesNamesThatOtherSystemsCannotStore(String path, PathObjection objection)
            throws IOException {
        write(path, "x");
        String refusedName = path.startsWith("CON") ? "CON" : path;

        assertThat(scan().files()).isEmpty();
        assertThat(refused()).containsOnly(entry(refusedName, objection.because()));
    }

    @Test
    void refusesControlCharactersDecomposedLettersAndBrokenUtf8() throws IOException {
        Files.createFile(root().resolve("line\nbreak"));
        Files.createFile(Path.of(URI.create(root().toUri() + "e%CC%81.mp3")));
        Files.createFile(Path.of(URI.create(root().toUri() + "caf%E9.mp3")));

        assertThat(scan().files()).isEmpty();
        assertThat(refused().values())
                .containsExactlyInAnyOrder(
                        PathObjection.CONTROL_CHARACTER.because(),
                        PathObjection.NOT_NORMALIZED.because(),
                        "has a name that is not UTF-8: rename it");
    }

    @Test
    void refusesWhatLiesTooDeep() throws IOException {
        write("d/".repeat(31) + "good", "x");
        write("d/".repeat(32) + "bad", "x");
        write("d/".repeat(40) + "worse", "x");

        assertThat(scan().files()).hasSize(1);
        assertThat(refused().values()).hasSize(2).containsOnly(PathObjection.TOO_DEEP.because());
    }

    @Test
    void refusesPathsThatAreTooLong() throws IOException {
        write("a".repeat(120) + "/" + "b".repeat(119), "x");
        write("a".repeat(120) + "/" + "c".repeat(120), "x");

        assertThat(scan().files()).hasSize(1);
        assertThat(refused().values()).containsExactly(PathObjection.TOO_LONG.because());
    }

    @Test
    void refusesAllThatDifferOnlyInCase() throws IOException {
        write("Readme.txt", "1");
        write("README.txt", "2");
        write("readme.TXT", "3");
        write("other", "4");
        write("Übung/a", "5");
        write("übung/a", "6");

        assertThat(scan().files()).containsOnlyKeys(new RelativePath("other"));
        assertThat(refused())
                .hasSize(5)
                .allSatisfy((path, why) -> assertThat(why).startsWith("differs only in case from"));
    }

    @Test
    void refusesWhatLiesInFoldersThatDifferOnlyInCase() throws IOException {
        write("Music/one", "1");
        write("music/two", "2");
        write("other", "3");

        assertThat(scan().files()).containsOnlyKeys(new RelativePath("other"));
        assertThat(refused()).containsOnlyKeys("Music/one", "music/two");
        assertThat(refused().get("Music/one"))
                .contains("differs only in case from the folder music", "rename");
        assertThat(new FileManifest(scan().files()).entries()).hasSize(1);
    }

    @Test
    void refusesAFileThatElsewhereIsADirectory() throws IOException {
        write("Music", "1");
        write("music/song", "2");

        assertThat(scan().files()).isEmpty();
        assertThat(refused()).containsOnlyKeys("Music", "music/song");
    }

    @Test
    void passesOverEditorsLeftoversAndDotDirectories() throws IOException {
        write(".git/config", "x");
        write("js/.cache/deep/x", "x");
        write("a.html~", "x");
        write("js/.a.js.swp", "x");
        write(".#lock", "x");
        write("b.tmp", "x");
        write(".htaccess", "kept");

        Tree tree = scan();

        assertThat(tree.files()).containsOnlyKeys(new RelativePath(".htaccess"));
        assertThat(tree.refused()).isEmpty();
        assertThat(tree.ignored())
                .containsExactly(".#lock", ".git", "a.html~", "b.tmp", "js/.a.js.swp", "js/.cache");
    }

    @Test
    void refusesAFileLargerThanAReportCanHold() throws IOException {
        Path large = write("large", "");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(FileEntry.MAX_SIZE + 1);
        }

        assertThat(scan().files()).isEmpty();
        assertThat(refused().get("large")).startsWith("is larger than");
    }

    @Test
    void readsNoRootThatIsMissingAFileOrALink() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root());

        assertThatThrownBy(() -> scan(temporary.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> scan(file)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> scan(link)).isInstanceOf(FileSystemException.class);
    }

    private Path root() throws IOException {
        return Files.createDirectories(temporary.resolve("component"));
    }

    private Path write(String path, String content) throws IOException {
        Path file =
                path.chars().allMatch(c -> c < 0x80)
                        ? root().resolve(path)
                        : RawPath.resolve(root(), new RelativePath(path));
        Files.createDirectories(DurableFiles.parent(file));
        return Files.writeString(file, content);
    }

    private Tree scan() throws IOException {
        return scan(root());
    }

    private static Tree scan(Path root) throws IOException {
        return new TreeScan(InstantSource.system()).scan(root, FileIndex.EMPTY).tree();
    }

    private Map<String, String> refused() throws IOException {
        return scan().refused().stream()
                .collect(Collectors.toMap(RefusedEntry::path, RefusedEntry::reason));
    }

    private static Map.Entry<RelativePath, FileEntry> file(
            String path, String content, FileMode mode) {
        RelativePath relative = new RelativePath(path);
        byte[] bytes = content.getBytes(UTF_8);
        return Map.entry(relative, new FileEntry(relative, bytes.length, mode, Sha256.of(bytes)));
    }
}
