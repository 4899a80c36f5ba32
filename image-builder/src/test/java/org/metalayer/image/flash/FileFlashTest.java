package org.metalayer.image.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.Contents;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestFleet;
import org.metalayer.image.harness.TestImage;
import org.metalayer.image.harness.Verbs;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Ext4;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.layout.Slot;

@ExtendWith(RealTools.class)
@SuppressWarnings("NullAway.Init") // filled in before the tests
class FileFlashTest {

    @TempDir static Path images;
    private static Path image;

    @TempDir Path folder;
    private Path target;
    private Verbs verbs;

    @BeforeAll
    static void build() throws Exception {
        image = TestImage.built(images);
    }

    @BeforeEach
    void prepare() throws IOException {
        target = folder.resolve("stick.raw");
        verbs = new Verbs(folder, new FakeComputer(folder.resolve("computer")));
    }

    @Test
    void twoOfOneImageHaveNothingInCommonByWhichAComputerKnowsThem() throws Exception {
        Path other = folder.resolve("other.raw");
        verbs.run("flash", image, "--to", target);
        NewIdentity first = NewIdentity.in(target);
        FileFlash flash = new FileFlash(new Preparation(new Random(2), Progress.UNSEEN));
        flash.flash(SourceImage.in(image), other, TestImage.SIZE, Optional.empty());
        NewIdentity second = NewIdentity.in(other);
        NewIdentity built = NewIdentity.in(image);
        assertThat(first.disk()).isNotEqualTo(second.disk()).isNotEqualTo(built.disk());
        assertThat(first.esp()).isNotEqualTo(second.esp()).isNotEqualTo(built.esp());
        assertThat(first.data()).isNotEqualTo(second.data()).isNotEqualTo(built.data());
        assertThat(first.volume()).isNotEqualTo(second.volume()).isNotEqualTo(built.volume());
        assertThat(first.fileSystem())
                .isNotEqualTo(second.fileSystem())
                .isNotEqualTo(built.fileSystem());
        assertThat(first.hashSeed()).isNotEqualTo(second.hashSeed()).isNotEqualTo(built.hashSeed());
    }

    @Test
    void theSystemStaysAsItWasBuilt() throws Exception {
        assertThat(verbs.run("flash", image, "--to", target).exitCode()).isZero();
        Layout before = TestImage.layout(image);
        Layout after = TestImage.layout(target);
        assertThat(after.slots()).isEqualTo(before.slots());
        for (Slot slot : after.slots()) {
            assertThat(new Contents(target).digest(slot.root(), Progress.UNSEEN))
                    .isEqualTo(new Contents(image).digest(slot.root(), Progress.UNSEEN));
        }
        assertThat(new Ext4(target, after.data()).check().code()).isZero();
    }

    @Test
    void aLargerOneHasItsSecondTableAtItsEnd() throws Exception {
        Verbs.Result result = verbs.run("flash", image, "--to", target, "--size", "200M");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.size(target)).isEqualTo(200_000_000 / 512 * 512);
        assertThat(new Gpt(target).read().end()).isGreaterThan(199_000_000);
        assertThat(new Gpt(target).check().text()).contains("No errors");
        try (RandomAccessFile file = new RandomAccessFile(target.toFile(), "r")) {
            byte[] mark = new byte[8];
            file.seek(file.length() - 512);
            file.readFully(mark);
            assertThat(new String(mark, StandardCharsets.US_ASCII)).isEqualTo("EFI PART");
        }
    }

    @Test
    void carriesTheFleetsSettings() throws Exception {
        Path root = TestFleet.root(folder.resolve("1.root.json"));
        Verbs.Result result =
                verbs.run(
                        "flash",
                        image,
                        "--to",
                        target,
                        "--server",
                        "https://main.example:8443",
                        "--trust",
                        root,
                        "--enrolment-code",
                        "ABCD-1234");
        assertThat(result.exitCode()).as(result.err()).isZero();
        Esp esp = new Esp(target, TestImage.layout(target).esp());
        assertThat(esp.read("metalayer/fleet.json").orElseThrow())
                .asString()
                .contains("\"server\": \"https://main.example:8443\"", "\"ABCD-1234\"");
        assertThat(esp.read("metalayer/1.root.json").orElseThrow())
                .isEqualTo(Files.readAllBytes(root));
    }

    @Test
    void keepsTheImagesSettingsWhereNoneAreGiven() throws Exception {
        Path root = TestFleet.root(folder.resolve("1.root.json"));
        verbs.run("flash", image, "--to", target, "--server", "http://main:8080", "--trust", root);
        Path again = folder.resolve("again.raw");
        assertThat(verbs.run("flash", target, "--to", again).exitCode()).isZero();
        assertThat(
                        new Esp(again, TestImage.layout(again).esp())
                                .read("metalayer/fleet.json")
                                .orElseThrow())
                .asString()
                .contains("http://main:8080");
    }

    @Test
    void takesNoMoreRoomThanThereIsData() throws Exception {
        verbs.run("flash", image, "--to", target, "--size", "4G");
        Process du = new ProcessBuilder("du", "-k", target.toString()).start();
        String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Long.parseLong(said.substring(0, said.indexOf('\t')))).isLessThan(16 << 10);
    }
}
