package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the owner's, of which not one byte may be lost.
 *
 * @param path in the data partition
 */
record Letter(String path) {
    private static final String WRITTEN = "Not one letter of it may be lost.\n";

    /** Beside everything that is the network's. */
    static final Letter OWN = new Letter("letters/to-my-daughter.txt");

    /** Where components are, as one more. */
    static final Letter AMONG_CONTENT = new Letter("stick/module/letters/to-my-daughter.txt");

    /** Puts it there. */
    void write(FlashedStick stick) throws IOException, InterruptedException {
        try (PluggedIn plugged = stick.plugIn()) {
            Path letter = plugged.place().resolve(path);
            Files.createDirectories(letter.resolveSibling(""));
            Files.writeString(letter, WRITTEN);
        }
    }

    /** It is there, to the last letter. */
    void requireWhole(PluggedIn plugged) {
        assertThat(plugged.place().resolve(path)).hasContent(WRITTEN.strip());
    }
}
