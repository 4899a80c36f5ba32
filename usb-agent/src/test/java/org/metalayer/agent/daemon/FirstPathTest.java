package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.message.UpgradeReport;

/** The whole way of an upgrade, from one stick to another. */
class FirstPathTest extends WithMainSystem {

    @Test
    void whatOneStickReportsAnotherInstalls() throws Exception {
        TestStick maker = stick();
        maker.write("player", "index.html", "<p>play</p>");
        maker.write("player", "js/player.js", "play();");
        maker.report("player", "A player");
        maker.round();
        UpgradeReport report = system.reports().complete().getFirst();

        system.feed().rollOut(ReleaseBuilder.approved(report, 1));
        TestStick other = stick("usb_002");
        other.round();
        maker.round();

        assertThat(other.files("player"))
                .isEqualTo(Map.of("index.html", "<p>play</p>", "js/player.js", "play();"));
        assertThat(other.version("player")).isEqualTo(1);
        assertThat(maker.version("player")).isEqualTo(1);
        assertThat(system.outcomes().results()).containsExactly("verified", "verified");
    }

    @Test
    void aNewerReleaseTakesThePlaceOfTheOlder() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").file("b.txt", "b").build());
        stick.round();
        system.feed()
                .rollOut(
                        aRelease(system)
                                .version(2)
                                .file("a.txt", "two")
                                .file("c.txt", "c")
                                .build());
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two", "c.txt", "c"));
        assertThat(stick.version("player")).isEqualTo(2);
    }
}
