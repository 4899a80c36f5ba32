package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files that no Main System has seen yet, the same in every run. */
final class RandomFiles {
    private static final int FILES_PER_FOLDER = 100;
    private static final int CHUNK = 1 << 20;
    private static final int WORD = 8;
    private static final int LINE = 80;

    private RandomFiles() {}

    /**
     * Many of 0.5 to 16 KiB, as source code is. Words: any bytes would begin like a program or an
     * archive now and then, which the Main System leaves to a person.
     */
    static void small(Path directory, int count, long seed) throws IOException {
        Random random = new Random(seed);
        for (int file = 0; file < count; file++) {
            Path folder = directory.resolve("folder-" + file / FILES_PER_FOLDER);
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve("file-%d.txt".formatted(file)),
                    words(random, 512 + random.nextInt(16_384 - 512)));
        }
    }

    private static byte[] words(Random random, int length) {
        byte[] text = new byte[length];
        for (int at = 0; at < length; at++) {
            boolean ends = at % WORD == WORD - 1;
            text[at] =
                    (byte) (ends ? (at % LINE == LINE - 1 ? '\n' : ' ') : 'a' + random.nextInt(26));
        }
        return text;
    }

    /** A few of the same size. */
    static void large(Path directory, int count, int megabytes, long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(directory);
        byte[] chunk = new byte[CHUNK];
        for (int file = 0; file < count; file++) {
            try (var out =
                    Files.newOutputStream(directory.resolve("large-%d.bin".formatted(file)))) {
                for (int written = 0; written < megabytes; written++) {
                    random.nextBytes(chunk);
                    out.write(chunk);
                }
            }
        }
    }
}
