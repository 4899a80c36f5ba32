package org.metalayer.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.metalayer.protocol.PlainText;

/** Refusals, of a Main System or of whatever answers in its place. */
class ProblemFuzzTest {

    @FuzzTest
    void anyRefusalIsALineThatSaysSomething(byte[] input) {
        ProblemException problem = ProblemException.read(502, input);
        assertThat(PlainText.line(problem.line())).isNotBlank().doesNotContainPattern("\\p{Cc}");
    }
}
