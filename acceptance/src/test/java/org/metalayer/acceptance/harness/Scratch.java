package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that is gone afterwards. */
public record Scratch(Path root) implements AutoCloseable {
    public static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory("metalayer-acceptance-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Trees.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + root, e);
        }
    }
}
