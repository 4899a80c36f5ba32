package org.metalayer.server.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The archives of strangers. */
class UnpackerFuzzTest {

    private static final long FREE = 1 << 20;

    private long entries;
    private long unpacked;

    @FuzzTest
    void everyArchiveComesToAnEndWithinItsBudget(byte[] input) throws IOException {
        entries = 0;
        unpacked = 0;
        Part file =
                new Part(
                        "input",
                        input.length,
                        Arrays.copyOf(input, Math.min(input.length, FileKind.HEAD)),
                        0,
                        () -> new ByteArrayInputStream(input));
        List<Objection> objections = new Unpacker(input.length, this::visit).unpack(file);
        assertThat(entries).isLessThanOrEqualTo(1 + ArchiveBudget.MAX_ENTRIES);
        assertThat(unpacked)
                .isLessThanOrEqualTo(Math.max(FREE, ArchiveBudget.MAX_RATIO * input.length));
        assertThat(objections)
                .allSatisfy(objection ->
                        assertThat(objection.reason()).doesNotContainPattern("\\p{Cc}"));
    }

    private void visit(Part part) {
        entries++;
        unpacked += part.depth() > 0 ? part.size() : 0;
        assertThat(part.depth()).isLessThanOrEqualTo(ArchiveBudget.MAX_DEPTH);
        assertThat(part.depth() == 0 || part.size() <= ArchiveBudget.MAX_IN_MEMORY).isTrue();
        assertThat(part.name()).doesNotContainPattern("\\p{Cc}");
    }
}
