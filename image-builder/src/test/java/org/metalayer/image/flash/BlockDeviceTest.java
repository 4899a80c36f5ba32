package org.metalayer.image.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.disk.ExclusiveHold;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestImage;
import org.metalayer.image.harness.Verbs;

/**
 * What the kernel does with a real block device, where this account may make one: a loop device
 * that stands in the place of a stick's.
 */
@ExtendWith(RealTools.class)
@SuppressWarnings("NullAway.Init") // filled in before every test
class BlockDeviceTest {

    private static final long STICK = 100 << 20;

    @TempDir Path folder;
    private FakeComputer computer;
    private Path backing;
    private String loop;
    private Path stick;

    @BeforeEach
    void attach() throws Exception {
        backing = folder.resolve("backing");
        try (RandomAccessFile file = new RandomAccessFile(backing.toFile(), "rw")) {
            file.setLength(STICK);
        }
        loop = output("losetup", "--find", "--show", backing.toString());
        boolean attached = loop.startsWith("/dev/loop");
        assumeTrue(attached, "no loop devices here: " + loop);
        computer = new FakeComputer(folder.resolve("computer"));
        stick = computer.stick("sda", "S1", STICK);
        Files.delete(stick);
        assertThat(output("cp", "-a", loop, stick.toString())).isEmpty();
    }

    @AfterEach
    void detach() throws Exception {
        String _ = output("losetup", "--detach", loop);
    }

    @Test
    void isWrittenAndReadBackPastThePageCache() throws Exception {
        Path image = TestImage.built(folder.resolve("built"));
        Verbs.Result result =
                new Verbs(folder, computer).typing("sda").run("flash", image, "--to", stick);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(TestImage.layout(backing).slots()).isEqualTo(TestImage.layout(image).slots());
    }

    @Test
    void isNotTakenFromWhoeverHasMountedIt() throws Exception {
        RealTools.run("/usr/sbin/mkfs.ext4", "-q", loop);
        Path place = Files.createDirectory(folder.resolve("mounted"));
        RealTools.run("mount", loop, place.toString());
        try {
            assertThatThrownBy(() -> ExclusiveHold.on(stick))
                    .isInstanceOf(ImageException.class)
                    .hasMessageContaining("is in use by something else");
        } finally {
            RealTools.run("umount", place.toString());
        }
        ExclusiveHold.on(stick).close();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
