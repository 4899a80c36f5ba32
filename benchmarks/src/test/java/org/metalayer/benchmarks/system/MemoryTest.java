package org.metalayer.benchmarks.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final List<String> STATUS =
            List.of("Name:\tjava", "VmHWM:\t  300000 kB", "VmRSS:\t  250000 kB");

    @Test
    void readsKilobytesOf1024Bytes() {
        assertThat(Memory.megabytes(STATUS, "VmRSS:")).isEqualTo(256);
    }

    @Test
    void aMissingLineIsNotZero() {
        assertThatThrownBy(() -> Memory.megabytes(STATUS, "Pss:")).hasMessageContaining("Pss:");
    }

    @Test
    void aRunningProcessHoldsMemory() throws Exception {
        ProcessHandle self = ProcessHandle.current();
        assertThat(Memory.resident(self))
                .isPositive()
                .isLessThanOrEqualTo(Memory.residentPeak(self));
    }
}
