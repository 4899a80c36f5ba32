package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.SimulatedMainSystem;

/** What is said where a stick, or its Main System, has lost what it was known by. */
class NewBeginningTest {

    private final SimulatedMainSystem system = SimulatedMainSystem.start();

    @TempDir private Path directory;
    @TempDir private Path elsewhere;

    @BeforeEach
    void aStickThatHasBeenInTouch() {
        assertThat(init(system).status()).isZero();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        assertThat(verb("sync").status()).isZero();
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void initWritesNothingWhereTheKeyIsLostAndNamesTheWayOut() throws Exception {
        Files.delete(control("key"));
        Map<String, String> before = everything();

        Run refused = init(system, "--poll-seconds", "7");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("is missing", "run `stick new-identity`");
        assertThat(everything()).isEqualTo(before);
        assertThat(verb("new-identity", "--module-id", "usb_002").status()).isZero();
        assertThat(verb("sync").status()).isZero();
    }

    @Test
    void whereTheSettingsAreLostTooAnotherStickIsPreparedBesideWhatIsLeft() throws Exception {
        Files.delete(control("key"));
        Files.delete(control("stick.json"));
        Map<String, String> before = everything();

        Run refused = init(system);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("the key and the settings", "move " + control(""), "restore them");
        assertThat(everything()).isEqualTo(before);
        Files.move(control(""), elsewhere.resolve("old"));
        assertThat(init(system).status()).isZero();
        assertThat(directory.resolve("module/player/a.txt")).hasContent("one");
    }

    @Test
    void aRootThatIsNoneLeavesTheSettingsAsTheyWere() throws Exception {
        Path trust = Files.writeString(elsewhere.resolve("1.root.json"), "{}");
        Map<String, String> before = everything();

        assertThat(init(system, "--trust", trust.toString()).status()).isEqualTo(1);
        assertThat(verb("new-identity", "--trust", trust.toString()).status()).isEqualTo(1);

        assertThat(everything()).isEqualTo(before);
    }

    /** It is at version 7, and the new one counts from 1. */
    @Test
    void aMainSystemThatWasSetUpAnewIsFollowedOnceTheOwnerBringsItsRoot() throws Exception {
        system.feed().rollOut(aRelease(system).version(7).file("a.txt", "seven").build());
        assertThat(verb("sync").status()).isZero();
        try (SimulatedMainSystem anew = SimulatedMainSystem.start()) {
            assertThat(init(anew).status()).isZero();
            anew.feed().rollOut(aRelease(anew).file("a.txt", "anew").build());
            for (Run refused : List.of(verb("enrol"), verb("new-identity"))) {
                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.err())
                        .contains("another first root", "ask the operator", "module/ stays")
                        .contains("taken over would do and say the same", "the digest to compare")
                        .contains("`stick new-identity --trust 1.root.json`");
            }

            Run begun = newIdentity(anew, "--confirm", digestOf(anew), "--json");

            assertThat(begun.status()).as(begun.err()).isZero();
            assertThat(begun.json().string("state")).isEqualTo("accepted");
            assertThat(begun.json().object("trust")).isEqualTo(anew.trust().write());
            assertThat(begun.json().object("trust_before")).isEqualTo(system.trust().write());
            assertThat(verb("sync").status()).isZero();
            assertThat(verb("status").out()).contains("player 1 waits for you", "a.txt");
            assertThat(directory.resolve("module/player/a.txt")).hasContent("seven");
            assertThat(verb("install", "player", "--take-theirs").status()).isZero();
            assertThat(directory.resolve("module/player/a.txt")).hasContent("anew");
        }
    }

    /** What a Main System that was taken over would like its sticks' owners to do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "--confirm 00000000",
                "--confirm 0000000000000000000000000000000000000000000000000000000000000000"
            })
    void anotherRootIsTakenOnlyWhenItsDigestIsConfirmed(String options) throws Exception {
        try (SimulatedMainSystem other = SimulatedMainSystem.start()) {
            Map<String, String> before = everything();

            Run refused =
                    newIdentity(other, options.isEmpty() ? new String[0] : options.split(" "));

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .contains(digestOf(other))
                    .containsIgnoringCase("nothing was changed");
            if (!options.startsWith("--confirm")) {
                assertThat(refused.err())
                        .contains(digestOf(system), "taken over would ask for the same")
                        .contains("`--trust 1.root.json --confirm DIGEST`");
            }
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void theRootThatIsTrustedAlreadyNeedsNoConfirmationAndForgetsNothing() throws Exception {
        Run same = newIdentity(system);

        assertThat(same.status()).as(same.err()).isZero();
        assertThat(control("installed/player.json")).exists();
        assertThat(control("latest-time.json")).exists();
    }

    /** The pin is in the settings alone as long as nobody has answered. */
    @Test
    void aRepeatedInitTakesNoPinFromAStickThatWaitsForItsFirstEnrolment() throws Exception {
        try (SimulatedMainSystem anew = SimulatedMainSystem.start();
                SimulatedMainSystem impostor = SimulatedMainSystem.start()) {
            anew.faults().offline(true);
            Run begun = newIdentity(anew, "--confirm", digestOf(anew), "--module-id", "usb_002");
            assertThat(begun.status()).as(begun.err()).isZero();
            assertThat(begun.out())
                    .contains("cannot be reached")
                    .contains(digestOf(anew), digestOf(system));

            Run another = init("usb_002", impostor, "--trust", rootOf(impostor));
            assertThat(another.status()).isEqualTo(1);
            assertThat(another.err())
                    .contains(digestOf(anew), digestOf(impostor))
                    .contains("`stick new-identity --trust " + rootOf(impostor) + "`");

            assertThat(init("usb_002", impostor).status()).isZero();
            assertThat(verb("enrol").err()).contains("another first root");
            assertThat(control("enrolment.json")).doesNotExist();

            anew.faults().clear();
            assertThat(init("usb_002", anew, "--trust", rootOf(anew)).status()).isZero();
            assertThat(verb("enrol").status()).isZero();
        }
    }

    private Run newIdentity(SimulatedMainSystem at, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--trust", rootOf(at), "--server", at.url().toString()));
        arguments.addAll(List.of(more));
        return verb("new-identity", arguments.toArray(String[]::new));
    }

    private String rootOf(SimulatedMainSystem at) throws IOException {
        Path folder = Files.createDirectories(elsewhere.resolve(digestOf(at)));
        return Files.write(folder.resolve("1.root.json"), at.firstRoot()).toString();
    }

    private static String digestOf(SimulatedMainSystem at) {
        return at.trust().digest().hex();
    }

    private Run init(SimulatedMainSystem at, String... more) {
        return init("usb_001", at, more);
    }

    private Run init(String moduleId, SimulatedMainSystem at, String... more) {
        return new Verbs(directory).init(at.url(), moduleId, more);
    }

    private Run verb(String verb, String... more) {
        return new Verbs(directory).say(verb, more);
    }

    private Path control(String name) {
        return directory.resolve(".metalayer").resolve(name);
    }

    /** Every file of the stick. */
    private Map<String, String> everything() throws IOException {
        return StickFiles.everything(directory);
    }
}
