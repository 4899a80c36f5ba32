package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class DoubtTest {

    private static final String SCRIPT = "boot-disk/usr/lib/metalayer/doubt";
    private static final String ENTRIES = "/run/metalayer/esp/EFI/Linux/";
    private static final String REBOOT = "systemctl --force reboot";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick =
                new Script(root)
                        .program("mountpoint", "exit 1")
                        .program("mount", "")
                        .program("umount", "")
                        .program("systemctl", "");
        booted("mlos_2.efi");
    }

    private void booted(String entry) throws IOException {
        stick.place("/usr/lib/metalayer/loader-variable", "printf %s '" + entry + "'");
    }

    private Script.Result run(String... entries) throws Exception {
        for (String entry : entries) {
            stick.write(ENTRIES + entry, "MZ");
        }
        return stick.run(SCRIPT);
    }

    @Test
    void countsTheNextStartsOfTheVersionWhereThereIsAnother() throws Exception {
        assertThat(run("mlos_2.efi", "mlos_1.efi").status()).isZero();
        assertThat(stick.at(ENTRIES + "mlos_2+2.efi")).exists();
        assertThat(stick.at(ENTRIES + "mlos_2.efi")).doesNotExist();
        assertThat(stick.said()).endsWith("umount " + root + "/run/metalayer/esp", "sync ", REBOOT);
    }

    /** Once both are out of tries, the loader takes the higher one. */
    @Test
    void oneThatWasLeftForThisOneIsAnother() throws Exception {
        booted("mlos_1.efi");
        assertThat(run("mlos_1.efi", "mlos_2+0-99.efi").status()).isZero();
        assertThat(stick.at(ENTRIES + "mlos_1+2.efi")).exists();
        assertThat(stick.said()).contains(REBOOT);
    }

    @Test
    void leavesTheCountToTheLoader() throws Exception {
        booted("mlos_2+3.efi");
        assertThat(run("mlos_2+2-1.efi", "mlos_1.efi").status()).isZero();
        assertThat(stick.at(ENTRIES + "mlos_2+2-1.efi")).exists();
        assertThat(stick.said()).contains(REBOOT);
    }

    @Test
    void doesNotStartAgainForEverWhereThereIsNoOther() throws Exception {
        assertThat(run("mlos_2.efi", "mlos_1+0-3.efi").status()).isEqualTo(1);
        assertThat(stick.at(ENTRIES + "mlos_2.efi")).exists();
        assertThat(stick.said()).doesNotContain(REBOOT);
    }

    @Test
    void doesNothingWhereItCannotTell() throws Exception {
        booted("");
        assertThat(run("mlos_2.efi", "mlos_1.efi").status()).isEqualTo(1);
        booted("mlos_2.efi");
        Files.delete(stick.at(ENTRIES + "mlos_2.efi"));
        Files.delete(stick.at(ENTRIES + "mlos_1.efi"));
        assertThat(run().status()).isEqualTo(1);
        assertThat(stick.said()).doesNotContain(REBOOT);
    }
}
