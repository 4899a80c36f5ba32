package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;

/** Twenty reports with a thousand files each; all sizes are one. */
class AwaitedSizesTest {

    private static final int REPORTS = 20;
    private static final int FILES = 1_000;

    private final List<Map<Sha256, Long>> reports =
            IntStream.range(0, REPORTS)
                    .mapToObj(report ->
                            IntStream.range(0, FILES)
                                    .boxed()
                                    .collect(Collectors.toMap(i -> digest(report, i), _ -> 1L)))
                    .toList();

    private final List<Sha256> looks = new ArrayList<>();
    private final AwaitedSizes sizes = new AwaitedSizes(this::ofReportWith);

    @Test
    void allFilesOfAReportAreLookedUpOnce() {
        for (int i = 0; i < FILES; i++) {
            assertThat(sizes.has(digest(REPORTS - 1, i), 1)).isTrue();
        }

        assertThat(looks).containsExactly(digest(REPORTS - 1, 0));
    }

    @Test
    void whatGoesToAndFroIsLookedUpAFewTimesAndThenSingly() {
        for (int i = 0; i < FILES; i++) {
            Sha256 digest = digest(i % REPORTS, i);
            if (!sizes.has(digest, 1)) {
                sizes.add(digest, 1);
            }
        }

        assertThat(looks).hasSizeLessThan(REPORTS);
        assertThat(sizes.has(digest(REPORTS - 1, REPORTS - 1), 1)).as("sent again").isTrue();
    }

    @Test
    void neitherAnotherSizeNorWhatNobodyAwaitsIsKnown() {
        assertThat(sizes.has(digest(0, 0), 2)).isFalse();
        assertThat(sizes.has(digest(REPORTS, 0), 1)).isFalse();
        assertThat(sizes.has(digest(REPORTS, 0), -1)).isFalse();
    }

    private Map<Sha256, Long> ofReportWith(Sha256 digest) {
        looks.add(digest);
        return reports.stream()
                .filter(report -> report.containsKey(digest))
                .findFirst()
                .orElse(Map.of());
    }

    private static Sha256 digest(int report, int file) {
        return Sha256.of((report + " " + file).getBytes(UTF_8));
    }
}
