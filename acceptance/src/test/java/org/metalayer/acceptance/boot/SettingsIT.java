package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Scratch;

/** What somebody at the stick's keyboard can set, without typing one command. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class SettingsIT {
    /** As the keys are labelled on a keyboard of the United States. */
    private static final String TYPED = "lazy letters or more";

    /** What a German one gives for them. */
    private static final String PASSPHRASE = "layz letters or more";

    @Test
    void networksAPersonalVolumeAndSwitchingOff() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            FlashedStick stick =
                    FlashedStick.of(StickImage.required(), scratch.root().resolve("stick"));
            try (Machine machine =
                    Machine.boot(
                            scratch.root().resolve("computer"),
                            Firmware.ORDINARY,
                            List.of(new Stick(stick.file(), "MLSTICK0001")))) {
                machine.awaitConsole("Version 1 is healthy.");
                Keyboard keys = new Keyboard(machine, folder());
                keys.press("alt", "f2").shows("settings");
                keys.press("ret").shows("settings-network");
                keys.press("esc").shows("settings-menu");

                keys.press("down").press("down").press("ret").shows("settings-keyboard");
                keys.press("g").press("ret").shows("settings-german");

                keys.press("down").press("ret").shows("personal-size");
                keys.clear().type("64").press("ret").shows("personal-passphrase");
                keys.type(TYPED).press("ret").shows("personal-again");
                keys.type(TYPED).press("ret").shows("personal-making");
                keys.shows("personal-made");
                keys.press("ret").shows("settings-closed");
                keys.press("down").press("ret").shows("personal-asked");
                keys.type(TYPED).press("ret").returnsTo("settings-menu");

                keys.press("down").press("down").press("down").press("down");
                keys.press("ret").shows("off");
                keys.press("ret");
                machine.awaitOff();
            }
            try (PluggedIn elsewhere = stick.plugIn()) {
                assertThat(opens(elsewhere.place().resolve("personal.luks"), PASSPHRASE)).isTrue();
                assertThat(opens(elsewhere.place().resolve("personal.luks"), TYPED)).isFalse();
            }
        }
    }

    /** Whether a passphrase opens a volume; it is only asked, and nothing is opened. */
    private static boolean opens(Path volume, String passphrase)
            throws IOException, InterruptedException {
        Process asked =
                new ProcessBuilder(
                                "/usr/sbin/cryptsetup",
                                "open",
                                "--test-passphrase",
                                "--type=luks2",
                                "--key-file=-",
                                volume.toString())
                        .inheritIO()
                        .redirectInput(ProcessBuilder.Redirect.PIPE)
                        .start();
        try (OutputStream input = asked.getOutputStream()) {
            input.write(passphrase.getBytes(StandardCharsets.US_ASCII));
        }
        return asked.waitFor() == 0;
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Programs.OUTPUT.resolve("screenshots"));
    }
}
