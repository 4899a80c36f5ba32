package org.metalayer.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Scripts for the load generators, which read files only. */
public final class Scripts {

    private Scripts() {}

    /** Puts a script of this package into a directory. */
    public static Path copy(String name, Path directory) throws IOException {
        Path script = directory.resolve(name);
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in, name), script);
        }
        return script;
    }
}
