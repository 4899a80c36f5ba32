package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertThat(refused.err()).contains("is missing", "`new-identity --module-id ID`");
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

    @Test
    void aMainSystemThatWasSetUpAnewIsFollowedOnceTheOwnerBringsItsRoot() throws Exception {
        try (SimulatedMainSystem anew = SimulatedMainSystem.start()) {
            assertThat(init(anew).status()).isZero();
            anew.feed().rollOut(aRelease(anew).version(2).file("a.txt", "two").build());
            Path root = Files.write(elsewhere.resolve("1.root.json"), anew.firstRoot());
            for (Run refused : List.of(verb("enrol"), verb("new-identity"))) {
                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.err())
                        .contains("another first root", "ask the operator", "module/ stays")
                        .contains("`stick new-identity --trust 1.root.json`");
            }
            assertThat(directory.resolve("module/player/a.txt")).hasContent("one");

            Run begun = verb("new-identity", "--trust", root.toString());

            assertThat(begun.status()).as(begun.err()).isZero();
            Run sync = verb("sync");
            assertThat(sync.status()).as(sync.err()).isZero();
            assertThat(directory.resolve("module/player/a.txt")).hasContent("two");
        }
    }

    private Run init(SimulatedMainSystem at, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server",
                                at.url().toString(),
                                "--module-id",
                                "usb_001",
                                "--module-name",
                                "Kitchen stick",
                                "--virtual",
                                "V1"));
        arguments.addAll(List.of(more));
        return verb("init", arguments.toArray(String[]::new));
    }

    private Run verb(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path control(String name) {
        return directory.resolve(".metalayer").resolve(name);
    }

    /** Every file of the stick. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        directory.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
