package org.metalayer.agent.program;

import java.nio.file.Path;
import org.metalayer.agent.system.SystemPlaces;

/**
 * Where a stick's system keeps what it chooses its agent from; tests give a directory.
 *
 * @param image the image's own program
 * @param self the program of this process
 * @param run what was chosen, until the computer is switched off; the agent cannot write there
 * @param memory what is remembered of starts, where the agent cannot write either
 * @param firstRoot of the fleet
 */
public record AgentPlaces(Path image, Path self, Path run, Path memory, Path firstRoot) {

    /** Of a system that image-builder made. */
    public static AgentPlaces ofImage() {
        return new AgentPlaces(
                Path.of("/usr/bin/stick"),
                Path.of("/proc/self/exe"),
                Path.of("/run/metalayer/agent"),
                Path.of("/data/upgrade/agent"),
                SystemPlaces.ofImage().firstRoot());
    }

    /** The program that is to be run; where there is none, the image's own is. */
    Path chosen() {
        return run.resolve("stick");
    }

    Path choice() {
        return run.resolve("choice.json");
    }

    Path starts() {
        return memory.resolve("starts.json");
    }

    Path trust() {
        return memory.resolve("trust");
    }
}
