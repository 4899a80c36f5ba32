package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
    private static final String PASSPHRASE = "eight letters or more";
    private static final int MAGIC = 4;

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

                keys.press("down").press("ret").shows("personal-size");
                keys.clear().type("64").press("ret").shows("personal-passphrase");
                keys.type(PASSPHRASE).press("ret").shows("personal-again");
                keys.type(PASSPHRASE).press("ret").shows("personal-making");
                keys.shows("personal-made");
                keys.press("ret").shows("settings-closed");
                keys.press("down").press("ret").shows("personal-asked");
                keys.type(PASSPHRASE).press("ret").shows("personal-opening");
                keys.shows("settings-open");

                keys.press("down").press("down").press("down").press("ret").shows("off");
                keys.press("ret");
                machine.awaitOff();
            }
            try (PluggedIn elsewhere = stick.plugIn()) {
                assertThat(beginning(elsewhere.place().resolve("personal.luks"))).isEqualTo("LUKS");
            }
        }
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Programs.OUTPUT.resolve("screenshots"));
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(MAGIC), StandardCharsets.US_ASCII);
        }
    }
}
