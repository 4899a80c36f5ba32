package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class PersonalVolumeTest {

    private static final String SCRIPT = "mkosi.extra/usr/lib/metalayer/personal-volume";
    private static final String MAPPED = "/dev/mapper/personal";

    @TempDir Path root;
    private Script stick;

    /** Answers lie in a file, one a line; cryptsetup keeps at most one mapping, as the kernel. */
    @BeforeEach
    void prepare() throws IOException {
        stick =
                new Script(root)
                        .program("mountpoint", "exit 1")
                        .program("df", "echo Avail; echo 1000")
                        .program("id", "echo 1001")
                        .program("mkfs.ext4", "")
                        .program("mount", "")
                        .program("fallocate", "touch \"$3\"")
                        .program(
                                "whiptail",
                                """
                                case "$*" in *--msgbox*) exit 255 ;; *--infobox*) exit 0 ;; esac
                                head -1 "$ROOT/answers" >&2
                                sed -i 1d "$ROOT/answers"
                                """)
                        .program(
                                "cryptsetup",
                                """
                                mapped=$ROOT/dev/mapper/personal
                                case $1 in
                                  open) cat >/dev/null; [ ! -e "$mapped" ] || exit 5; touch "$mapped" ;;
                                  close) rm "$mapped" ;;
                                  *) cat >/dev/null ;;
                                esac
                                """);
        Files.createDirectories(stick.at("/dev/mapper"));
        Files.createDirectories(stick.at("/data"));
    }

    private Script.Result run(String... answers) throws Exception {
        stick.write("/answers", String.join("\n", answers) + "\n");
        return stick.run(SCRIPT);
    }

    @Test
    void isMadeAndClosedAgain() throws Exception {
        Script.Result result = run("64", "correct horse", "correct horse");
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(stick.at("/data/personal.luks")).exists();
        assertThat(stick.at("/data/personal.luks.new")).doesNotExist();
        assertThat(stick.at(MAPPED)).doesNotExist();
        assertThat(String.join("\n", stick.said()))
                .contains("luksFormat", "The personal volume is there")
                .doesNotContain("correct horse");
    }

    @Test
    void isMadeAfterAnAttemptThatWasBrokenOff() throws Exception {
        stick.write("/data/personal.luks.new", "half");
        stick.write(MAPPED, "");
        assertThat(run("64", "correct horse", "correct horse").status()).isZero();
        assertThat(stick.at("/data/personal.luks")).isEmptyFile();
    }

    @Test
    void isOpenedAfterAnAttemptThatWasBrokenOff() throws Exception {
        stick.write("/data/personal.luks", "");
        stick.write(MAPPED, "");
        assertThat(run("correct horse").status()).isZero();
        assertThat(stick.said()).anyMatch(line -> line.startsWith("mount -o noatime,nodev,nosuid"));
    }

    @Test
    void aWrongPassphraseIsToldFromWhatElseCanBeWrong() throws Exception {
        stick.write("/data/personal.luks", "");
        stick.program("cryptsetup", "cat >/dev/null; exit 2");
        assertThat(run("wrong").status()).isEqualTo(1);
        assertThat(stick.said()).last().asString().contains("That passphrase does not open it");
        stick.program("cryptsetup", "cat >/dev/null; exit 1");
        assertThat(run("right").status()).isEqualTo(1);
        assertThat(stick.said()).last().asString().contains("the journal says why");
    }

    @Test
    void nothingIsMadeOfWhatIsNoSize() throws Exception {
        for (String size : new String[] {"", "much", "-64", "63", "937", "99999999999999999999"}) {
            assertThat(run(size, "correct horse", "correct horse").status()).isEqualTo(1);
        }
        assertThat(stick.said()).noneMatch(line -> line.startsWith("fallocate"));
        assertThat(stick.said()).noneMatch(line -> line.contains("--passwordbox"));
    }
}
