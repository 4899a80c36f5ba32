package org.metalayer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgbenchTest {
    private static final String OUTPUT =
            """
            transaction type: update.sql
            scaling factor: 1
            query mode: prepared
            number of clients: 16
            number of threads: 2
            number of transactions actually processed: 64512
            number of failed transactions: 0 (0.000%)
            latency average = 1.240 ms
            initial connection time = 53.117 ms
            tps = 12901.337482 (without initial connection time)
            """;

    @Test
    void readsTheRate() {
        assertThat(Pgbench.rate(OUTPUT)).isEqualTo(12901.337482);
    }

    @Test
    void doesNotCountFailures() {
        assertThatThrownBy(() -> Pgbench.rate(OUTPUT.replace("transactions: 0", "transactions: 7")))
                .hasMessageStartingWith("not every transaction succeeded");
    }
}
