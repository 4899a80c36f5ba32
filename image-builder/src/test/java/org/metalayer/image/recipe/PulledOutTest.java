package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class PulledOutTest {

    private static final String SCRIPT = "mkosi.extra/usr/lib/metalayer/pulled-out";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root);
        stick.place("/run/metalayer/guard/busybox", "echo \"$*\" >> \"$ROOT/said\"");
        stick.write("/run/metalayer/boot-disk", "sdb 17\n");
        stick.write("/dev/console", "");
    }

    private void happens(String action, String type, String disk, String number) throws Exception {
        Script.Result result =
                stick.run(
                        SCRIPT,
                        "env",
                        "ACTION=" + action,
                        "SUBSYSTEM=block",
                        "DEVTYPE=" + type,
                        "DEVNAME=" + disk,
                        "DISKSEQ=" + number);
        assertThat(result).isEqualTo(new Script.Result(0, ""));
    }

    @Test
    void saysSoAndSwitchesOffWithoutWritingAnything() throws Exception {
        happens("remove", "disk", "sdb", "17");
        assertThat(stick.at("/dev/tty9")).content().contains("The stick was pulled out");
        assertThat(stick.at("/dev/console")).content().contains("The stick was pulled out");
        assertThat(stick.said()).containsExactly("chvt 9", "sleep 20", "poweroff -n -f");
    }

    /** A number is of one disk only, also where another one has got its name since. */
    @ParameterizedTest
    @CsvSource({
        "remove, partition, sdb, 17",
        "change, disk, sdb, 17",
        "add, disk, sdb, 17",
        "remove, disk, sdc, 18",
        "remove, disk, sdb, 18"
    })
    void whatElseHappensIsNoneOfItsBusiness(String action, String type, String disk, String number)
            throws Exception {
        happens(action, type, disk, number);
        assertThat(stick.said()).isEmpty();
    }

    @Test
    void eventsWithoutADiskAreNoneEither() throws Exception {
        assertThat(stick.run(SCRIPT)).isEqualTo(new Script.Result(0, ""));
        assertThat(stick.said()).isEmpty();
    }
}
