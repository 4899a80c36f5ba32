package org.metalayer.image.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;

/** An image that was built, as sticks upgrade to it. */
class SystemReleaseTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String NAME = "metalayer-console-1.2-amd64";

    @TempDir private Path folder;

    @BeforeEach
    void build() throws IOException {
        write(".raw", new byte[3]);
        write(
                ".efi",
                ("MZ kernel\0 quiet roothash=" + HASH + " panic=10\0")
                        .getBytes(StandardCharsets.ISO_8859_1));
        write(".root.raw", Arrays.copyOf(random(3_000_000), 8 << 20));
        write(".verity.raw", Arrays.copyOf(random(70_000), 1 << 20));
        manifest("1.2");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void write(String ending, byte[] content) throws IOException {
        Files.write(folder.resolve(NAME + ending), content);
    }

    private void manifest(String version) throws IOException {
        Files.writeString(
                folder.resolve(BuiltImage.MANIFEST),
                """
                {"name": "metalayer", "version": "%s", "architecture": "amd64", "profile": "console",
                 "agent_version": "0.1.0", "source_date_epoch": 1767225600,
                 "image": {"file": "%s.raw", "size": 3, "sha256": "%s"},
                 "partitions": [], "boot_files": [], "packages": []}
                """
                        .formatted(version, NAME, HASH));
    }

    private SystemParts parts() throws IOException {
        if (BuiltImage.in(folder) instanceof BuiltImage.Whole whole) {
            return SystemParts.of(whole);
        }
        throw new AssertionError(BuiltImage.in(folder));
    }

    @Test
    void itsFilesAreThoseOfARelease() throws Exception {
        Path content = Files.createDirectory(folder.resolve("os"));
        new SystemRelease(parts()).layOut(content);

        SystemFiles files = SystemFiles.of(manifestOf(content));
        byte[] component = Files.readAllBytes(content.resolve("component.json"));
        assertThat(SystemDescriptor.of(Json.parseObject(component)).version()).hasToString("1.2");
        assertThat(Json.parseObject(component).strings("hardware_classes", each -> each))
                .containsExactly("metalayer-console-amd64");
        assertThat(ComponentDescriptor.MAX_LENGTH).isGreaterThan(component.length);
        assertThat(joined(content, files, SystemPart.ROOT))
                .isEqualTo(Arrays.copyOf(random(3_000_000), 733 * 4096));
        assertThat(joined(content, files, SystemPart.VERITY))
                .isEqualTo(Arrays.copyOf(random(70_000), 18 * 4096));
    }

    @Test
    void aKernelHasToDemandOneRoot() throws Exception {
        for (String line : List.of("quiet", "roothash=" + HASH + " roothash=" + "0".repeat(64))) {
            write(".efi", line.getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(this::parts).isInstanceOf(ImageException.class);
        }
    }

    @Test
    void aPartThatIsMissingIsNamed() throws Exception {
        Files.delete(folder.resolve(NAME + ".verity.raw"));

        assertThatThrownBy(this::parts).hasMessageContaining("verity.raw is missing");
    }

    private static FileManifest manifestOf(Path content) throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            return FileManifest.of(
                    files.filter(Files::isRegularFile).map(file -> entry(content, file)).toList());
        }
    }

    private static FileEntry entry(Path content, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new FileEntry(
                    new RelativePath(content.relativize(file).toString()),
                    bytes.length,
                    FileMode.PLAIN,
                    Sha256.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(Path content, SystemFiles files, SystemPart part)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (FileEntry piece : files.pieces(part)) {
            all.writeBytes(Files.readAllBytes(content.resolve(piece.path().value())));
        }
        return all.toByteArray();
    }
}
