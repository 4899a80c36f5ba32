package org.metalayer.image.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.metalayer.image.disk.Disks;

/**
 * What the verbs may use of the world around them.
 *
 * @param home the repository's root, in which the recipe and the built images lie
 * @param in where a person answers
 * @param terminal whether a person is there
 * @param random makes the ids of sticks
 * @param nanos counts on at an even pace, for rates and remaining times
 */
public record Surroundings(
        Path home,
        Disks disks,
        InputStream in,
        boolean terminal,
        InstantSource clock,
        RandomGenerator random,
        LongSupplier nanos) {

    /** Where images are built to, and looked for. */
    Path images() {
        return home.resolve("image-builder/target/images");
    }

    /** What builds need not make again. */
    Path cache() {
        return home.resolve("image-builder/target/cache");
    }

    /** The native program that goes into images. */
    Path agent() {
        return home.resolve("usb-agent/target/stick");
    }

    Path recipe() {
        return home.resolve("image-builder/recipe");
    }
}
