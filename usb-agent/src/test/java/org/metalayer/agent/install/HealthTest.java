package org.metalayer.agent.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.time.Uptime;
import org.metalayer.agent.time.Uptime.Reading;

class HealthTest {

    private static final Health NEW = Health.UNKNOWN;

    @Test
    void onlyTimeBetweenTwoLooksCounts() {
        assertThat(NEW.seenAt(at("one", 100)).lasted()).isZero();
        assertThat(NEW.seenAt(at("one", 100)).seenAt(at("one", 130)).lasted())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aRestartOfTheComputerKeepsWhatWasProvenAndAddsNothing() {
        Health before = NEW.seenAt(at("one", 100)).seenAt(at("one", 130));

        assertThat(before.seenAt(at("two", 500)).lasted()).isEqualTo(Duration.ofSeconds(30));
        assertThat(before.seenAt(at("two", 500)).seenAt(at("two", 505)).lasted())
                .isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void timeNeverRunsBackwards() {
        assertThat(NEW.seenAt(at("one", 100)).seenAt(at("one", 50)).lasted()).isZero();
    }

    @Test
    void survivesBeingWrittenDown() {
        Health health = NEW.seenAt(at("one", 100)).seenAt(at("one", 130));

        assertThat(Health.read(health.write())).isEqualTo(health);
        assertThat(Health.read(NEW.write())).isEqualTo(NEW);
    }

    @Test
    void thisComputerSaysHowLongItIsUp() throws Exception {
        Reading first = Uptime.ofThisComputer().read();
        Reading second = Uptime.ofThisComputer().read();

        assertThat(first.boot()).hasSize(36).isEqualTo(second.boot());
        assertThat(first.up()).isPositive();
        assertThat(second.since(first)).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    private static Reading at(String boot, long seconds) {
        return new Reading(boot, Duration.ofSeconds(seconds));
    }
}
