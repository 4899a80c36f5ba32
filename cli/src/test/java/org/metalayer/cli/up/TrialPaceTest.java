package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Installation;

class TrialPaceTest {

    @Test
    void aTrialIsQuick() {
        assertThat(TrialPace.options(with(Map.of())))
                .containsExactly(
                        "-Dmetalayer.check-in.seconds=10", "-Dmetalayer.rollout.verify-for=PT10S");
    }

    @Test
    void whatTheEnvironmentSaysIsLeftAlone() {
        assertThat(TrialPace.options(with(Map.of("METALAYER_CHECK_IN_SECONDS", "1"))))
                .containsExactly("-Dmetalayer.rollout.verify-for=PT10S");
    }

    private static Environment with(Map<String, String> variables) {
        return new Environment(
                variables,
                new Installation(Path.of("/nowhere")),
                InputStream.nullInputStream(),
                System.out,
                System.err,
                false,
                InstantSource.system());
    }
}
