package org.metalayer.cli.up;

import java.nio.file.Path;

/** A virtual stick of this computer. */
record LocalStick(String moduleId, String moduleName, Path root) {

    /** The stick of a number that counts from 1. */
    static LocalStick numbered(Path sticks, int number) {
        String moduleId = "usb_%03d".formatted(number);
        return new LocalStick(moduleId, "Stick " + number, sticks.resolve(moduleId));
    }
}
