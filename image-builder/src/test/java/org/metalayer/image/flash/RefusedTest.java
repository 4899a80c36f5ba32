package org.metalayer.image.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestFleet;
import org.metalayer.image.harness.TestImage;
import org.metalayer.image.harness.Verbs;

/** What is not flashed, and what is said then. */
@ExtendWith(RealTools.class)
@SuppressWarnings("NullAway.Init") // filled in before the tests
class RefusedTest {

    @TempDir static Path images;
    private static Path image;

    @TempDir Path folder;
    private FakeComputer computer;
    private Path target;

    @BeforeAll
    static void build() throws Exception {
        image = TestImage.built(images);
    }

    @BeforeEach
    void prepare() throws IOException {
        computer = new FakeComputer(folder.resolve("computer"));
        target = folder.resolve("stick.raw");
    }

    @Test
    void anImageThatIsCutOff() throws IOException {
        Path broken = copy();
        for (int missing : new int[] {1 << 20, 20 << 20}) {
            try (RandomAccessFile file = new RandomAccessFile(broken.toFile(), "rw")) {
                file.setLength(TestImage.SIZE - missing);
            }
            refuses("is cut off", broken, target);
        }
    }

    @Test
    void anImageThatWasDamaged() throws IOException {
        Path broken = copy();
        Files.copy(image.resolveSibling("manifest.json"), broken.resolveSibling("manifest.json"));
        TestImage.damage(broken, TestImage.layout(broken).slots().getFirst().root().start());
        refuses("is damaged", broken, target);
    }

    @Test
    void whatIsNoImage() throws IOException {
        refuses("is no image of a disk", Files.writeString(folder.resolve("x"), "hello"), target);
        refuses("is no image of a disk", Files.createFile(folder.resolve("empty")), target);
        refuses("is no file", folder, target);
        refuses("is no file", folder.resolve("missing"), target);
    }

    @Test
    void theImageOfAnotherSystem() throws Exception {
        Path other = folder.resolve("other.raw");
        try (RandomAccessFile file = new RandomAccessFile(other.toFile(), "rw")) {
            file.setLength(8 << 20);
        }
        RealTools.run("bash", "-c", "echo 'label: gpt' | /usr/sbin/sfdisk -q " + other);
        refuses("no Meta Layer image", other, target);
    }

    @Test
    void whatExistsAlready() throws IOException {
        Path other = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        refuses("exists already", image, other);
        assertThat(other).hasContent("years of work");
        refuses("is the image itself", image, image);
        Path link = Files.createSymbolicLink(folder.resolve("link.raw"), image);
        refuses("is the image itself", image, link);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        refuses("exists already", image, dangling);
        refuses("is no folder", image, folder.resolve("missing/stick.raw"));
    }

    @Test
    void aFileThatIsTooSmall() {
        refuses("is too small", image, target, "--size", "20M");
        assertThat(target).doesNotExist();
    }

    @Test
    void aDiskThatIsTooSmall() throws IOException {
        refuses("is too small", image, computer.stick("sda", "S1", TestImage.SIZE / 2));
    }

    @Test
    void disksThatAreNoStick() throws IOException {
        refuses("built into this computer", image, computer.internal("sda", 1L << 30));
        refuses("loop device", image, computer.virtual("loop0", "loop", 1L << 30));
        computer.stick("sdb", "S1", 1L << 30);
        refuses("is a partition", image, computer.partition("sdb", 1, 1L << 20));
    }

    @Test
    void aDiskThatIsMounted() throws IOException {
        Path disk = computer.stick("sda", "S1", 1L << 30);
        computer.mountinfo("30 1 0:44 / /media/photos rw - vfat %s rw\n".formatted(disk));
        refuses("mounted at /media/photos", image, disk);
        Path link = Files.createSymbolicLink(folder.resolve("mine"), disk);
        refuses("mounted at /media/photos", image, link);
    }

    @Test
    void aFleetThatIsNotWhole() throws IOException {
        Path root = TestFleet.root(folder.resolve("1.root.json"));
        assertThat(flash(image, target, "--server", "http://main:8080").exitCode()).isEqualTo(2);
        assertThat(flash(image, target, "--trust", root).exitCode()).isEqualTo(2);
        assertThat(flash(image, target, "--server", "main", "--trust", root).exitCode())
                .isEqualTo(2);
        refuses(
                "must have 1 to 128 characters",
                image,
                target,
                "--server",
                "http://main:8080",
                "--trust",
                root,
                "--enrolment-code",
                "x".repeat(129));
    }

    @Test
    void aRootThatIsNone() throws IOException {
        Path text = Files.writeString(folder.resolve("root.json"), "{\"signed\": 1}");
        refuses("no first root", image, target, "--server", "http://m", "--trust", text);
        Path forged = TestFleet.forgedRoot(folder.resolve("forged.json"));
        refuses("no first root", image, target, "--server", "http://m", "--trust", forged);
        assertThat(target).doesNotExist();
    }

    private Path copy() throws IOException {
        return Files.copy(
                image, Files.createDirectory(folder.resolve("c")).resolve(image.getFileName()));
    }

    private void refuses(String reason, Path from, Path to, Object... more) {
        Verbs.Result result = flash(from, to, more);
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err().lines().toList().getLast())
                .startsWith("metalayer: ")
                .contains(reason);
        assertThat(result.out()).isEmpty();
    }

    private Verbs.Result flash(Path from, Path to, Object... more) {
        Object[] arguments = new Object[4 + more.length];
        System.arraycopy(new Object[] {"flash", from, "--to", to}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new Verbs(folder, computer).run(arguments);
    }
}
