package org.metalayer.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void measuresInTurnAndForgetsTheRoundThatWarmsUp() throws Exception {
        List<String> order = new ArrayList<>();
        List<Spread> spreads =
                new Rounds(1, 2)
                        .alternate(
                                round -> {
                                    order.add("a" + round);
                                    return round;
                                },
                                round -> {
                                    order.add("b" + round);
                                    return 10 * round;
                                });
        assertThat(order).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
        assertThat(spreads).containsExactly(Spread.of(1, 2), Spread.of(10, 20));
    }
}
