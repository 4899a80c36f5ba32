package org.metalayer.image.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter out = new StringWriter();
    private long now;

    @Test
    void atATerminalABarMovesWithRateAndTimeLeft() {
        ProgressBar bar = bar(true);
        bar.begin("Writing", 100_000_000);
        pass(10);
        bar.advance(25_000_000);
        assertThat(out.toString())
                .isEqualTo(
                        "\r"
                            + "Writing [=======                       ] 25 %  25.0 MB of 100.0 MB "
                            + " 2.5 MB/s  0:30 left\u001B[K");
        bar.end();
        assertThat(out.toString()).endsWith("\rWriting: done in 0:10\u001B[K\n");
    }

    @Test
    void whatIsSaidOfAStepThatBrokeOffHasALineOfItsOwn() {
        ProgressBar bar = bar(true);
        bar.begin("Writing", 100);
        pass(1);
        bar.advance(1);
        bar.close();
        assertThat(out.toString()).endsWith("\u001B[K\n");
        int length = out.toString().length();
        bar.close();
        assertThat(out.toString()).hasSize(length);
    }

    @Test
    void elsewhereAFewLinesAreWritten() {
        ProgressBar bar = bar(false);
        bar.begin("Writing", 100_000_000);
        for (int i = 0; i < 100; i++) {
            pass(1);
            bar.advance(1_000_000);
        }
        bar.end();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Writing 100.0 MB ...",
                        "Writing 25 %",
                        "Writing 50 %",
                        "Writing 75 %",
                        "Writing: done in 1:40");
    }

    @Test
    void ofUnknownLengthOnlyBeginAndEndAreShown() {
        ProgressBar bar = bar(true);
        bar.begin("Making the tools tree", 0);
        pass(90);
        bar.end();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Making the tools tree ...", "Making the tools tree: done in 1:30");
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(new PrintWriter(out), terminal, () -> now);
    }

    private void pass(long seconds) {
        now += seconds * 1_000_000_000;
    }
}
