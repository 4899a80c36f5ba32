package org.metalayer.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnrestIT {
    @Test
    void aProcessThatSpinsIsReadyAtEveryLook() throws Exception {
        Process spinning = start("while :; do :; done");
        try {
            eventually("it spins", () -> Unrest.of(spinning.pid()), unrest -> unrest == 1);
        } finally {
            spinning.destroyForcibly();
        }
    }

    @Test
    void oneThatSleepsIsNot() throws Exception {
        Process resting = start("read line");
        try {
            assertThat(Unrest.of(resting.pid())).isLessThan(ColdPoolIT.AT_REST);
        } finally {
            resting.destroyForcibly();
        }
    }

    private static Process start(String script) throws IOException {
        return new ProcessBuilder("bash", "-c", script).start();
    }
}
