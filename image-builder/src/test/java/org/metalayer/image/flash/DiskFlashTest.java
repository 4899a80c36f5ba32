package org.metalayer.image.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.disk.Disk;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestImage;
import org.metalayer.image.harness.Verbs;
import org.metalayer.image.layout.Layout;

@ExtendWith(RealTools.class)
@SuppressWarnings("NullAway.Init") // filled in before the tests
class DiskFlashTest {

    private static final long STICK = 100 << 20;

    @TempDir static Path images;
    private static Path image;

    @TempDir Path folder;
    private FakeComputer computer;
    private Path stick;

    @BeforeAll
    static void build() throws Exception {
        image = TestImage.built(images);
    }

    @BeforeEach
    void plugIn() throws IOException {
        computer = new FakeComputer(folder.resolve("computer"));
        stick = computer.stick("sda", "4C530001", STICK);
    }

    @Test
    void asksWithWhatTheDiskIsAndTakesItsName() throws IOException {
        computer.partition("sda", 1, 90 << 20);
        Verbs.Result result = verbs().typing("sda").run("flash", image, "--to", stick);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("SanDisk Ultra, 104.9 MB, serial number 4C530001")
                .contains("On it now: sda1 (94.4 MB)")
                .contains("ALL OF IT IS ERASED");
        assertThat(TestImage.layout(stick).slots()).isEqualTo(TestImage.layout(image).slots());
        assertThat(images).isDirectoryNotContaining("glob:**/.flash*");
    }

    @Test
    void writesNothingWhenThatIsNotAgreedTo() throws IOException {
        for (String answer : List.of("", "y", "yes", "sdb", "no")) {
            Verbs.Result result = verbs().typing(answer).run("flash", image, "--to", stick);
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("nothing was written");
        }
        Verbs.Result nobody = verbs().run("flash", image, "--to", stick);
        assertThat(nobody.err()).contains("--yes --serial S");
        assertThat(isEmpty(stick)).isTrue();
    }

    @Test
    void scriptsNameTheDiskByItsSerialNumber() throws IOException {
        assertThat(verbs().run("flash", image, "--to", stick, "--yes").err())
                .contains("--yes goes only with --serial");
        assertThat(verbs().run("flash", image, "--to", stick, "--yes", "--serial", "X").err())
                .contains("has the serial number \"4C530001\", not \"X\"");
        assertThat(isEmpty(stick)).isTrue();
        Verbs.Result result =
                verbs().run(
                                "flash",
                                image,
                                "--to",
                                stick,
                                "--yes",
                                "--serial",
                                "4C530001",
                                "--json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"verified\": true", "\"serial\": \"4C530001\"");
    }

    /** Whatever was on the stick before: what an image leaves empty is empty afterwards. */
    @Test
    void leavesNothingOfWhatWasThereWhereTheImageIs() throws IOException {
        byte[] remains = new byte[(int) STICK];
        new Random(7).nextBytes(remains);
        Files.write(stick, remains);
        assertThat(agreed().exitCode()).isZero();
        byte[] now = Files.readAllBytes(stick);
        byte[] built = Files.readAllBytes(image);
        Layout layout = TestImage.layout(image);
        int from = (int) layout.slots().getFirst().root().start();
        int to = (int) layout.slots().getLast().verity().end();
        assertThat(Arrays.equals(now, from, to, built, from, to)).isTrue();
        assertThat(
                        Arrays.mismatch(
                                now,
                                (int) TestImage.SIZE,
                                now.length,
                                remains,
                                (int) TestImage.SIZE,
                                remains.length))
                .isEqualTo((int) (STICK - (1 << 20) - TestImage.SIZE));
    }

    @Test
    void writesAnEmptyStickOnlyWhereThereIsData() throws IOException {
        Verbs.Result result = agreed();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).containsPattern("ready: (1[0-9]|[4-9])\\.[0-9] MB written");
    }

    @Test
    void writesNothingToAnotherDiskThanTheOneThatWasAskedAbout() throws IOException {
        Disk agreed = computer.disks().find(stick).orElseThrow();
        computer.setSerial("sda", "SOMEBODY-ELSES");
        assertThatThrownBy(() -> flash(agreed))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("no longer the disk that was asked about");
        assertThat(isEmpty(stick)).isTrue();
    }

    @Test
    void writesNothingToADiskThatWasMountedMeanwhile() throws IOException {
        Disk agreed = computer.disks().find(stick).orElseThrow();
        computer.mountinfo("30 1 0:44 / /media/photos rw - vfat %s rw\n".formatted(stick));
        assertThatThrownBy(() -> flash(agreed))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("has come into use meanwhile")
                .hasMessageContaining("/media/photos");
        assertThat(isEmpty(stick)).isTrue();
    }

    @Test
    void saysWhereAFailingStickCannotBeWritten() throws IOException {
        try (FileChannel prepared = FileChannel.open(image);
                FileChannel full =
                        FileChannel.open(
                                Path.of("/dev/full"),
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE)) {
            StickWriter writer = new StickWriter(prepared, full, Progress.UNSEEN);
            assertThatThrownBy(() -> writer.write(List.of(new Stretch(0, 1 << 20))))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("cannot be written at byte 0 (No space left on device)");
        }
    }

    @Test
    void saysWhereAFailingStickReadsOtherwiseThanWritten() throws IOException {
        Path copy = Files.copy(image, folder.resolve("copy.raw"));
        TestImage.damage(copy, 30_000_001);
        List<Stretch> all = List.of(new Stretch(0, TestImage.SIZE));
        try (FileChannel prepared = FileChannel.open(image)) {
            assertThatThrownBy(() -> new ReadBack(prepared, Progress.UNSEEN).compare(copy, all))
                    .isInstanceOf(ImageException.class)
                    .hasMessageStartingWith("the stick is failing: at byte 30000001 ")
                    .hasMessageEndingWith("Use another one");
            try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
                file.setLength(20_000_000);
            }
            assertThatThrownBy(() -> new ReadBack(prepared, Progress.UNSEEN).compare(copy, all))
                    .hasMessageContaining("at byte 20000000 it ends");
        }
    }

    private void flash(Disk agreed) throws IOException {
        new DiskFlash(
                        computer.disks(),
                        new Preparation(new Random(3), Progress.UNSEEN),
                        Progress.UNSEEN)
                .flash(SourceImage.in(image), agreed, Optional.empty());
    }

    private Verbs.Result agreed() {
        return verbs().typing("yes, erase").run("flash", image, "--to", stick);
    }

    private Verbs verbs() {
        return new Verbs(folder, computer);
    }

    private static boolean isEmpty(Path file) throws IOException {
        return Arrays.equals(Files.readAllBytes(file), new byte[(int) STICK]);
    }
}
