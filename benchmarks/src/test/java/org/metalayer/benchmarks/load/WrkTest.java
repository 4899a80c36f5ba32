package org.metalayer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrkTest {
    private static final String OUTPUT =
            """
            Running 5s test @ http://localhost:8080/feed/v1
              2 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.05ms    2.10ms  35.88ms   93.41%
                Req/Sec    42.51k     5.19k   58.31k    72.00%
              423611 requests in 5.02s, 112.33MB read
            Requests/sec:  84383.91
            Transfer/sec:     22.38MB
            """;

    @Test
    void readsTheRate() {
        assertThat(Wrk.rate(OUTPUT)).isEqualTo(84383.91);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  Non-2xx or 3xx responses: 3\n",
                "  Socket errors: connect 0, read 0, write 0, timeout 12\n"
            })
    void doesNotCountFailures(String line) {
        assertThatThrownBy(() -> Wrk.rate(line + OUTPUT))
                .hasMessageStartingWith("not every request was answered");
    }

    @Test
    void refusesAnOutputWithoutRate() {
        assertThatThrownBy(() -> Wrk.rate("unable to connect"))
                .hasMessageContaining("unable to connect");
    }
}
