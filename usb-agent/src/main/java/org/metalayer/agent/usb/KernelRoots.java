package org.metalayer.agent.usb;

import java.nio.file.Path;

/** Where the kernel shows itself; tests give fixture trees. */
public record KernelRoots(Path proc, Path sys, Path dev) {

    /** The running system. */
    public static KernelRoots running() {
        return new KernelRoots(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));
    }
}
