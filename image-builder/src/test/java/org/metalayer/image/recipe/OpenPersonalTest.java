package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The personal volume in a computer that did not boot from the stick; a real one in SettingsIT. */
@SuppressWarnings("NullAway.Init") // filled in before the tests
class OpenPersonalTest {

    private static final String SCRIPT = "mkosi.extra/usr/share/metalayer/open-personal";

    @TempDir Path root;
    private Script computer;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")));
        computer = new Script(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(computer.at("/run"));
        Files.createDirectories(computer.at("/dev/mapper"));
        Files.writeString(root.resolve("personal.luks"), "LUKS");
        computer.program(
                "cryptsetup",
                """
                case $1 in
                  open) touch "$ROOT/dev/mapper/$5" ;;
                  close) rm "$ROOT/dev/mapper/$2" ;;
                esac\
                """);
        computer.program("mount", "touch \"$ROOT/mounted\"");
        computer.program("umount", "rm \"$ROOT/mounted\"");
        computer.program("mountpoint", "[ -e \"$ROOT/mounted\" ]");
    }

    @Test
    void opensItUntilEnterAndLeavesNothingBehind() throws Exception {
        Script.Result result = computer.run(SCRIPT);

        assertThat(result.status()).isZero();
        assertThat(result.output()).contains("Your personal volume is open at");
        assertThat(computer.said())
                .anyMatch(line -> line.startsWith("mount -o noatime,nodev,nosuid /"))
                .anyMatch(line -> line.startsWith("umount"))
                .anyMatch(line -> line.startsWith("cryptsetup close"));
        assertThat(computer.at("/run")).isEmptyDirectory();
        assertThat(computer.at("/dev/mapper")).isEmptyDirectory();
    }

    @Test
    void itsFilesBelongToWhomeverOpenedIt() throws Exception {
        assertThat(computer.run(SCRIPT, "env", "SUDO_UID=1000", "SUDO_GID=100").status()).isZero();
        assertThat(computer.said())
                .anyMatch(line -> line.contains("X-mount.idmap=u:1001:1000:1 g:1001:100:1 /"));
    }

    @Test
    void whatCannotBeMountedIsClosedAgain() throws Exception {
        computer.program("mount", "exit 32");

        assertThat(computer.run(SCRIPT, "env", "SUDO_UID=1000").status()).isEqualTo(32);
        assertThat(computer.at("/run")).isEmptyDirectory();
        assertThat(computer.at("/dev/mapper")).isEmptyDirectory();
    }

    @Test
    void aWrongPassphraseLeavesNothingBehind() throws Exception {
        computer.program("cryptsetup", "echo 'No key available'; exit 2");

        assertThat(computer.run(SCRIPT)).isEqualTo(new Script.Result(2, "No key available\n"));
        assertThat(computer.at("/run")).isEmptyDirectory();
    }

    @Test
    void saysWhenThereIsNoVolume() throws Exception {
        Files.delete(root.resolve("personal.luks"));

        assertThat(computer.run(SCRIPT).output()).contains("boot from it, press Alt+F2");
    }

    @Test
    void asksWhoeverIsNotRoot() throws Exception {
        computer.place("/bin/sudo", "echo \"sudo $*\"");

        assertThat(computer.run(SCRIPT, "setpriv", "--reuid", "1234", "--clear-groups").output())
                .endsWith("sudo sh " + root.toRealPath() + "/open-personal\n");
    }
}
