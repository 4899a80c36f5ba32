package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;

/** A new identity on a stick whose settings or records are not what they were. */
class NewIdentityTest {

    private final SimulatedMainSystem system = SimulatedMainSystem.start();
    private final SimulatedMainSystem other = SimulatedMainSystem.start();

    @TempDir private Path directory;
    @TempDir private Path elsewhere;

    @BeforeEach
    void aStickThatHasBeenInTouch() {
        assertThat(new Verbs(directory).init(system.url(), "usb_001").status()).isZero();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        assertThat(verb("sync").status()).isZero();
    }

    @AfterEach
    void stop() {
        system.close();
        other.close();
    }

    /** An agent of before wrote there what it was prepared with once more, unasked. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "without its key"})
    void aRootThatOnlyTheSettingsNameIsConfirmedToo(String how) throws Exception {
        settingsName(other);
        if (how.equals("without its key")) {
            Files.delete(control("key"));
        }
        Map<String, String> before = StickFiles.everything(directory);

        Run refused = how.startsWith("--") ? verb("new-identity", how) : verb("new-identity");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains(digestOf(system), digestOf(other), "Nothing was changed")
                .contains("If nobody told you of such a change, stop here and ask them")
                .contains("`--trust 1.root.json --confirm DIGEST`");
        assertThat(StickFiles.everything(directory)).isEqualTo(before);

        String digest = digestOf(other);
        Run begun = verb("new-identity", "--trust", rootOf(other), "--confirm", digest, "--json");
        assertThat(begun.err()).contains("but it could not enrol", "another first root");
        assertThat(control("installed/player.json")).doesNotExist();
    }

    @Test
    void whomItBelievesAlreadyIsNoChangeWhateverTheSettingsName() throws Exception {
        settingsName(other);

        Run kept = verb("new-identity", "--trust", rootOf(system));

        assertThat(kept.status()).as(kept.err()).isZero();
        assertThat(kept.out()).contains("Accepted.", "Start the agent with `stick run`");
        assertThat(control("installed/player.json")).exists();
        assertThat(settings().read().orElseThrow().trust()).contains(system.trust());
    }

    @Test
    void aDamagedEnrolmentIsNotNeededWhereWhatWasVerifiedNamesTheRoot() throws Exception {
        Files.writeString(control("enrolment.json"), "torn");

        Run begun = verb("new-identity", "--module-id", "usb_002", "--json");

        assertThat(begun.status()).as(begun.err()).isZero();
        assertThat(begun.json().string("state")).isEqualTo("accepted");
        assertThat(settings().read().orElseThrow().moduleId().value()).isEqualTo("usb_002");
        assertThat(verb("sync").status()).isZero();
    }

    /** Without that, whoever answers first would be believed. */
    @Test
    void aDamagedEnrolmentThatNothingElseStandsForBurnsNoKey() throws Exception {
        Files.writeString(control("enrolment.json"), "torn");
        try (var verified = Files.newDirectoryStream(control("trust"))) {
            for (Path file : verified) {
                Files.delete(file);
            }
        }
        Map<String, String> before = StickFiles.everything(directory);

        Run refused = verb("new-identity");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("enrolment.json is damaged", "restore it");
        assertThat(StickFiles.everything(directory)).isEqualTo(before);
    }

    @Test
    void anIdThatIsTakenIsSaidToBeTheStickNow() throws Exception {
        Path twin = elsewhere.resolve("twin");
        assertThat(new Verbs(twin).init(system.url(), "usb_002").status()).isZero();
        assertThat(new Verbs(twin).say("enrol").status()).isZero();

        Run taken = verb("new-identity", "--module-id", "usb_002");

        assertThat(taken.status()).isEqualTo(1);
        assertThat(taken.err()).contains("this stick is usb_002 now", "module-id-taken");
        assertThat(verb("new-identity", "--module-id", "usb_003").status()).isZero();
    }

    private void settingsName(SimulatedMainSystem at) throws IOException {
        settings().write(settings().read().orElseThrow().trusting(at.trust()));
    }

    private StateFile<StickConfig> settings() {
        return StickConfig.file(
                new StickDirectory(directory), Storage.with(StorageFaults.none()).files());
    }

    private String rootOf(SimulatedMainSystem at) throws IOException {
        return Files.write(elsewhere.resolve("1.root.json"), at.firstRoot()).toString();
    }

    private static String digestOf(SimulatedMainSystem at) {
        return at.trust().digest().hex();
    }

    private Run verb(String verb, String... more) {
        return new Verbs(directory).say(verb, more);
    }

    private Path control(String name) {
        return directory.resolve(".metalayer").resolve(name);
    }
}
