package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class FindBootDiskTest {

    private static final String SCRIPT =
            "mkosi.images/initrd/mkosi.extra/usr/lib/metalayer/find-boot-disk";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root).program("udevadm", "");
        stick.place("/usr/lib/metalayer/loader-variable", "echo ABC-1");
        stick.write("/sys/block/sda/diskseq", "7\n");
        stick.write("/sys/block/sdb/diskseq", "9\n");
    }

    /** What lsblk says, each time it is asked; at the end the last of it. */
    private Script.Result run(String... answers) throws Exception {
        for (int i = 0; i < answers.length; i++) {
            stick.write("/lsblk/" + i, answers[i]);
        }
        stick.program(
                "lsblk",
                """
                n=$(cat "$ROOT/asked" 2>/dev/null || echo 0)
                echo $((n + 1)) > "$ROOT/asked"
                cat "$ROOT/lsblk/$n" 2>/dev/null || cat "$ROOT/lsblk/%s"
                """
                        .formatted(answers.length - 1));
        return stick.run(SCRIPT);
    }

    @Test
    void isTheOneThatTheLoaderNames() throws Exception {
        Script.Result result = run("", "def-2 sdb\nabc-1 sda\n sda\n");
        assertThat(result.output()).isEqualTo("Booted from sda.\n");
        assertThat(stick.at("/run/metalayer/boot-disk")).hasContent("sda 7");
        assertThat(stick.said()).last().asString().startsWith("udevadm trigger --settle");
    }

    @Test
    void isWaitedForWhereTwoAreTheSame() throws Exception {
        String two = "abc-1 sda\nabc-1 sdb\n";
        Script.Result result = run("abc-1 sda\n", two, two, two, "abc-1 sdb\n");
        assertThat(result.output().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("Pull out the one"),
                        line -> assertThat(line).isEqualTo("Booted from sdb."));
        assertThat(stick.at("/run/metalayer/boot-disk")).hasContent("sdb 9");
    }

    @Test
    void isNotWaitedForEndlessly() throws Exception {
        assertThat(run("def-2 sdb\n"))
                .isEqualTo(
                        new Script.Result(
                                1,
                                "The stick that was booted does not show up. Try another"
                                        + " socket.\n"));
    }

    @Test
    void canBePulledOutTooEarly() throws Exception {
        assertThat(run("abc-1 sda\n", ""))
                .isEqualTo(new Script.Result(1, "The stick that was booted was pulled out.\n"));
        assertThat(stick.at("/run/metalayer/boot-disk")).doesNotExist();
    }
}
