package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.message.UpgradeReport;

/** An owner whose language has digits of its own. */
class LocaleTest extends WithMainSystem {

    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void speakArabic() {
        Locale.setDefault(Locale.of("ar", "EG"));
        assertThat(String.format(Locale.getDefault(), "%d", 7))
                .as("this locale's seven")
                .isNotEqualTo("7");
    }

    @AfterEach
    void speakAsUsual() {
        Locale.setDefault(usual);
    }

    @Test
    void reportsAndOutcomesAreSentAllTheSame() throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").build());
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        stick.round();

        assertThat(system.reports().complete())
                .extracting(UpgradeReport::description)
                .containsExactly("Notes");
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void reportsOfTwoLocalesAreSentInOrder() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        Path first = stick.report("notes", "First").directory();
        Locale.setDefault(Locale.ROOT);
        stick.write("notes", "n.txt", "mine too");
        Path second = stick.report("notes", "Second").directory();

        assertThat(List.of(first, second)).isSorted();
        stick.round();
        assertThat(system.reports().all())
                .extracting(UpgradeReport::description)
                .containsExactly("First", "Second");
    }
}
