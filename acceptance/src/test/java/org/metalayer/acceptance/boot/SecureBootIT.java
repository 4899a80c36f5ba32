package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Scratch;

/** A computer that has learned our key starts what is signed with it, and nothing else. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class SecureBootIT {
    @Test
    void theKeyIsLearnedFromTheStickAndWhatIsNotSignedWithItIsRefused() throws Exception {
        Path unsigned = StickImage.required();
        try (Scratch scratch = Scratch.make()) {
            FlashedStick stick = signedStick(scratch.root());
            // One try, and then the version before is started.
            stick.bootFiles().addTampered("mlos_1+3.efi", "mlos_2+1.efi");
            Path computer = scratch.root().resolve("computer");
            try (Machine machine = boot(computer, stick)) {
                machine.awaitConsole("Custom Secure Boot keys successfully enrolled");
                machine.awaitConsole("mlos_2+0-1.efi: Access denied");
                machine.awaitConsole("Kernel is locked down from EFI Secure Boot");
                machine.awaitConsole("Version 1 is healthy.");
            }
            assertThat(stick.bootFiles().listed()).contains("mlos_2+0-1.efi");

            FlashedStick other = FlashedStick.of(unsigned, scratch.root().resolve("unsigned"));
            try (Machine machine = boot(computer, other)) {
                machine.awaitConsole("Access Denied");
            }
        }
    }

    private static FlashedStick signedStick(Path directory)
            throws IOException, InterruptedException {
        Finished.ok(
                Programs.cli("keys", "secure-boot", "ours", "--out", directory.toString())
                        .toArray(String[]::new));
        Path image =
                StickImage.signed(
                        directory.resolve("images"),
                        directory.resolve("ours.key"),
                        directory.resolve("ours.pem"));
        assertThat(Programs.HOME.resolve("image-builder/target/cache/work/keys")).doesNotExist();
        return FlashedStick.of(image, directory.resolve("signed"));
    }

    private static Machine boot(Path computer, FlashedStick stick) throws IOException {
        return Machine.boot(
                computer,
                Firmware.WITH_SECURE_BOOT,
                List.of(new Stick(stick.file(), "MLSTICK0001")));
    }
}
