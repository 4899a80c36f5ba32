package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;

/** The smallest and the largest files that travel, by one road through the whole system. */
class BigFileIT {
    private static final long TWO_GIB = 2L << 30;
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void anEmptyFileAndOneOfTwoGibibytesReachAnotherStickWhole() throws Exception {
        try (Fleet fleet = Fleet.start("big-file", 2)) {
            Owner maker = new Owner(fleet.stick(1));
            maker.writes("film", "index.html", "<!doctype html><title>Film</title>");
            maker.writes("film", "empty.txt", "");
            Path film = fleet.stick(1).content("film").resolve("film.bin");
            sparse(film);
            maker.reports("film", "bugfix", "A film");

            Path arrived = fleet.stick(2).content("film");
            eventually(
                    "the film is on the other stick",
                    LONG,
                    () -> Files.exists(arrived.resolve("film.bin")),
                    there -> there);
            assertThat(Files.mismatch(film, arrived.resolve("film.bin"))).isEqualTo(-1);
            assertThat(arrived.resolve("empty.txt")).isEmptyFile();
        }
    }

    /** Two gibibytes of length, a few blocks of content at both ends and in the middle. */
    private static void sparse(Path file) throws Exception {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (long place : new long[] {0, TWO_GIB / 2 + 12_345, TWO_GIB - 7}) {
                out.seek(place);
                out.write("CONTENT".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(out.length()).isEqualTo(TWO_GIB);
        }
    }
}
