package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.screen.FactsReader;
import org.metalayer.agent.screen.Screen;
import org.metalayer.agent.usb.KernelRoots;

/** What the screen says while a system is upgraded. */
class SystemOnScreenTest extends WithBootedStick {

    @Test
    void itAsksForARestartOnceTheSystemIsWritten() throws Exception {
        system.feed().rollOut(release("2", 1));
        stick.round();
        assertThat(page()).contains("installing os 1: it is being written beside the one");

        serve();
        assertThat(page()).contains("os 1 is ready: it runs after a restart (Alt+F2)");

        computer.start();
        stick.round();
        assertThat(page()).contains("checking that os 1 is healthy").contains("version 2");

        computer.bless();
        stick.round();
        assertThat(page()).contains("nothing is being installed");
    }

    @Test
    void whatWasWrittenBeforeTheLastStartIsNotReady() throws Exception {
        system.feed().rollOut(release("2", 1));
        stick.round();
        serve();
        Files.writeString(computer.places().bootId(), "another start");

        assertThat(page()).contains("it is being written");
    }

    private String page() throws IOException {
        KernelRoots kernel =
                new KernelRoots(directory.resolve("proc"), directory.resolve("sys"), directory);
        return String.join(
                "\n",
                Screen.lines(
                        new FactsReader(
                                stick.directory(),
                                kernel,
                                computer.places(),
                                AgentPlaces.ofImage())));
    }
}
