package org.metalayer.agent.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metalayer.protocol.message.OutcomeResult;

class EndingTest {

    @Test
    void aReasonAlwaysFitsIntoAnOutcome() {
        Ending ending = Ending.of(OutcomeResult.FAILED, "\u202Eevil\u0000\n" + "😀".repeat(3000));

        assertThat(ending.reason()).startsWith("evil 😀");
        assertThat(ending.reason().codePointCount(0, ending.reason().length())).isEqualTo(2000);
    }

    @Test
    void survivesBeingWrittenDown() {
        Ending ending = Ending.noRoom(17);

        assertThat(Ending.read(ending.write())).isEqualTo(ending);
    }
}
