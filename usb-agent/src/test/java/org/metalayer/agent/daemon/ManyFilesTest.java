package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.message.DeploymentEntry;

/** As many files as the protocol allows in a component, beside files of the owner's. */
class ManyFilesTest extends WithMainSystem {

    @Test
    void areUpgradedOverFourVersionsAndLeftAgain() throws Exception {
        TestStick stick = stick();
        for (int version = 1; version <= 3; version++) {
            assertIsInstalled(stick, version);
            stick.write("player", "own-" + version, "the owner's");
        }
        DeploymentEntry last = assertIsInstalled(stick, 4);
        system.feed().withdraw(last, "bad");
        stick.round();

        assertThat(stick.version("player")).isEqualTo(3);
        assertThat(stick.read("player", "songs/0")).isEqualTo("3");
        assertThat(stick.read("player", "own-3")).isEqualTo("the owner's");
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "verified", "verified", "rolled_back");
        assertThat(stick.local().journal().all()).isEmpty();
    }

    @Test
    void areOnTheStickOnceHoweverManyRecordsAreAboutThem() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("song", "la").build());
        stick.round();

        assertThat(Files.readString(stick.directory().installed().resolve("player.json")))
                .contains("\"files\"", "\"laid_out\"")
                .containsOnlyOnce("\"song\"");
    }

    private DeploymentEntry assertIsInstalled(TestStick stick, int version) throws Exception {
        DeploymentEntry entry = rollOut(version);
        stick.round();
        assertThat(stick.version("player")).as(stick.log().toString()).isEqualTo(version);
        assertThat(stick.read("player", "songs/0")).isEqualTo(String.valueOf(version));
        return entry;
    }

    private DeploymentEntry rollOut(int version) {
        ReleaseBuilder release = aRelease(system).version(version);
        for (int n = 0; n < FileManifest.MAX_FILES; n++) {
            release.file("songs/" + n, n == 0 ? String.valueOf(version) : "la");
        }
        return system.feed().rollOut(release.build());
    }
}
