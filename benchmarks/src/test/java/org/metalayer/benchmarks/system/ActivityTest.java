package org.metalayer.benchmarks.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest {
    @Test
    void countsOnlyWaitsOfItsOwnWill() {
        assertThat(
                        Activity.waits(
                                List.of(
                                        "Name:\tstick",
                                        "voluntary_ctxt_switches:\t154",
                                        "nonvoluntary_ctxt_switches:\t30")))
                .isEqualTo(154);
    }

    @Test
    void aThreadThatEndedIsNotCounted() {
        assertThat(Activity.waits(List.of())).isZero();
    }
}
