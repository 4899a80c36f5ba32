package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;

/**
 * The agent of a stick that boots is upgraded alone, without anybody restarting anything, and one
 * that ends at once is left by itself.
 */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class AgentUpgradeIT {
    private static final String SERIAL = "MLSTICK0003";
    private static final Path NATIVE = Programs.HOME.resolve("usb-agent/target/stick");

    @Test
    void anAgentIsUpgradedAndOneThatEndsAtOnceIsLeftByItself() throws Exception {
        Path image = StickImage.required();
        try (Fleet fleet = Fleet.start("agent-upgrade", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(image, directory, FleetSettings.of(fleet));
            Stick plugged = new Stick(stick.file(), SERIAL);
            PublishedSystem published = new PublishedSystem(fleet);
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(plugged))) {
                String name = BootedStick.joined(fleet).text("module_id");
                machine.awaitConsole("the agent is the image's own");
                machine.awaitConsole("Version 1 is healthy.");

                published.publishAgent(another(directory.resolve("another")), "99.1", "Version 1");
                machine.awaitConsole("the agent is version 99.1");
                assertThat(published.outcome("agent", 1, name)).isEqualTo("verified");

                machine.restart();
                machine.awaitConsole("the agent is version 99.1", 2);
                machine.awaitConsole("Version 1 is healthy.", 2);

                // A native program that is no agent.
                published.publishAgent(Path.of("/bin/false"), "99.2", "Version 2, which ends");
                machine.awaitConsole("the agent is version 99.2", 2);
                machine.awaitConsole("did not stay up in 2 starts");
                machine.awaitConsole("the agent is version 99.1", 3);
                assertThat(published.outcome("agent", 2, name)).isEqualTo("failed");
            }
        }
    }

    /** Other bytes that do the same: what follows its sections means nothing to a program. */
    private static Path another(Path file) throws Exception {
        Files.copy(NATIVE, file);
        Files.writeString(file, "another", StandardOpenOption.APPEND);
        return file;
    }
}
