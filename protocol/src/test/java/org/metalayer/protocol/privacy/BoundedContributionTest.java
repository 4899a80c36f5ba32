package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedContributionTest {

    @ParameterizedTest
    @CsvSource({
        "-9223372036854775808, 0",
        "-1, 0",
        "0, 0",
        "1, 1",
        "60, 60",
        "61, 60",
        "9223372036854775807, 60"
    })
    void whatOneStickGivesStaysWithinTheBound(long value, long counted) {
        assertThat(new BoundedContribution(60).clamp(value)).isEqualTo(counted);
    }

    @Test
    void aStickIsCountedOnce() {
        assertThat(BoundedContribution.COUNT.ofOneStick(List.of(1L, 1L, 1L))).isEqualTo(1);
        assertThat(BoundedContribution.COUNT.ofOneStick(List.of())).isEqualTo(0);
    }

    @Test
    void manyRecordsGiveNoMoreThanOne() {
        BoundedContribution minutes = new BoundedContribution(60);
        assertThat(minutes.ofOneStick(List.of(20L, 30L))).isEqualTo(50);
        assertThat(minutes.ofOneStick(List.of(20L, 30L, 40L))).isEqualTo(60);
        assertThat(minutes.ofOneStick(List.of(Long.MAX_VALUE, Long.MAX_VALUE))).isEqualTo(60);
        assertThat(minutes.ofOneStick(List.of(50L, Long.MIN_VALUE))).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_001, Long.MAX_VALUE})
    void boundsThatAreNoneAreRefused(long bound) {
        assertThatThrownBy(() -> new BoundedContribution(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one stick gives 1 to 1000000 at most, not " + bound);
    }
}
