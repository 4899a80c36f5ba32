package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;

class GroupThresholdTest {

    @Test
    void isReachedByTenSticksUnlessAskedOtherwise() {
        assertThat(GroupThreshold.DEFAULT.isReached(9)).isFalse();
        assertThat(GroupThreshold.DEFAULT.isReached(10)).isTrue();
        assertThat(new GroupThreshold(5).isReached(4)).isFalse();
        assertThat(new GroupThreshold(5).isReached(5)).isTrue();
        assertThat(new GroupThreshold(5).isReached(-1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 1, 0, -10, 1_000_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void isNeverBelowFive(long k) {
        assertThatThrownBy(() -> new GroupThreshold(k))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage("k must be from 5 to 1000000000 sticks, was " + k);
    }
}
