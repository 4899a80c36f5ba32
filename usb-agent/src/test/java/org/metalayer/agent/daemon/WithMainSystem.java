package org.metalayer.agent.daemon;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.simulator.SimulatedMainSystem;

/** A Main System of its own for every test, and a place for sticks. */
abstract class WithMainSystem {

    protected final SimulatedMainSystem system = SimulatedMainSystem.start();

    @TempDir(factory = FastDisk.class)
    protected Path directory;

    @AfterEach
    void stopTheMainSystem() {
        system.close();
    }

    protected TestStick stick() throws IOException {
        return stick("usb_001");
    }

    protected TestStick stick(String moduleId) throws IOException {
        return TestStick.in(directory, system.url(), moduleId);
    }
}
