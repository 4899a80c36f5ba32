package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.setup.FleetFolder;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** A stick that finds out from its boot partition which fleet it belongs to. */
class SetupTest {

    private final SimulatedMainSystem system = SimulatedMainSystem.start();

    @TempDir private Path directory;
    @TempDir private Path fleet;

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void withoutAFleetNothingIsPreparedAndItIsSaidWhatToDo() throws Exception {
        Run setup = setup();

        assertThat(setup.status()).isZero();
        assertThat(setup.out())
                .startsWith("not set up: ")
                .contains(fleet.resolve("fleet.json").toString(), "1.root.json", "start");
        assertThat(setup.out().strip()).doesNotContain("\n");
        assertThat(everything()).isEmpty();
        assertThat(verb("run", "--once").err()).contains("no stick directory");
    }

    @Test
    void theFirstTimeItChoosesWhoItIsAndLaterItStaysThat() throws Exception {
        give("{\"server\": \"https://main.example:8443/\", \"later\": 1}");

        JsonObject first = setup("--json").json();

        assertThat(first.string("module_id")).matches("usb_[a-z2-7]{10}");
        assertThat(first.string("module_name")).matches("[A-Z][a-z]+ [A-Z][a-z]+");
        assertThat(settings().string("server")).isEqualTo("https://main.example:8443");
        assertThat(directory.resolve("module")).isDirectory();
        Map<String, String> before = everything();
        assertThat(before).containsKey(".metalayer/key");
        assertThat(setup("--json").json()).isEqualTo(first);
        assertThat(setup().out()).contains("is set up as before");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void thePortOfThePagesIsThatOfTheImageAtEveryStart() throws Exception {
        assertThat(setup("--pages-port", "8880").out()).startsWith("not set up: ");
        give("{\"server\": \"https://main.example\"}");
        assertThat(setup("--pages-port", "80").status()).isEqualTo(1);
        assertThat(everything()).isEmpty();

        setup("--pages-port", "8880");
        assertThat(verb("status").out()).contains("http://localhost:8880/");
        Path file = directory.resolve(".metalayer/pages.json");
        FileTime before = Files.getLastModifiedTime(file);
        setup("--pages-port", "8880");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);

        Files.writeString(file, "damaged");
        setup("--pages-port", "8880");
        assertThat(verb("status").out()).contains("http://localhost:8880/");
        setup("--pages-port", "8881");
        assertThat(verb("status").out()).contains("http://localhost:8881/");
    }

    @Test
    void twoSticksOfOneImageAreTwo() throws Exception {
        give("{\"server\": \"https://main.example\"}");
        String one = setup("--json").json().string("module_id");
        directory = Files.createTempDirectory(fleet, "other");

        assertThat(setup("--json").json().string("module_id")).isNotEqualTo(one);
    }

    @Test
    void aStickThatLostItsFolderKeepsItsSettings() throws Exception {
        give("{\"server\": \"https://main.example\"}");
        setup();
        Map<String, String> before = everything();
        Files.delete(fleet.resolve("fleet.json"));

        Run without = setup();

        assertThat(without.status()).isZero();
        assertThat(without.out()).contains("keeps its settings");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aNewAddressIsTakenAndNothingElseIsForgotten() throws Exception {
        give("{\"server\": \"https://old.example\", \"enrolment_code\": \"C1\"}");
        String id = setup("--json").json().string("module_id");
        new Verbs(directory)
                .say(
                        "init",
                        "--server",
                        "https://old.example",
                        "--module-id",
                        id,
                        "--module-name",
                        "Attic",
                        "--poll-seconds",
                        "7");

        give("{\"server\": \"https://new.example\"}");
        assertThat(setup().out()).contains(id, "\"Attic\"", "https://new.example");

        assertThat(settings().string("server")).isEqualTo("https://new.example");
        assertThat(settings().string("enrolment_code")).isEqualTo("C1");
        assertThat(settings().object("intervals").integer("poll_seconds")).isEqualTo(7);
    }

    @Test
    void aCodeIsTakenUntilTheStickIsAcceptedAndNeverAgain() throws Exception {
        giveSystem("C1");
        setup();
        declareVirtual();
        giveSystem("C2");
        setup();
        assertThat(settings().string("enrolment_code")).isEqualTo("C2");

        system.sticks().enrolAs("pending");
        assertThat(verb("enrol").status()).isZero();
        giveSystem("C3");
        setup();
        assertThat(settings().string("enrolment_code")).isEqualTo("C3");

        system.sticks().become(settings().string("module_id"), "accepted");
        assertThat(verb("enrol").status()).isZero();
        Map<String, String> before = everything();
        assertThat(setup().status()).isZero();
        assertThat(settings().optionalString("enrolment_code")).isEmpty();
        assertThat(everything()).isEqualTo(before);
        Files.writeString(directory.resolve(".metalayer/enrolment.json"), "{");
        assertThat(setup().status()).isZero();
        assertThat(settings().optionalString("enrolment_code")).isEmpty();
    }

    @Test
    void anotherFirstRootIsRefusedWithAllThatCameWithIt() throws Exception {
        giveSystem("C1");
        Files.write(fleet.resolve("1.root.json"), system.firstRoot());
        setup();
        Map<String, String> before = everything();
        try (SimulatedMainSystem other = SimulatedMainSystem.start()) {
            give("{\"server\": \"%s\"}".formatted(other.url()));
            Files.write(fleet.resolve("1.root.json"), other.firstRoot());

            Run refused = setup();

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(system.trust().digest().hex(), other.trust().digest().hex())
                    .contains("stick new-identity --trust");
        }
        assertThat(everything()).isEqualTo(before);
        Files.delete(fleet.resolve("1.root.json"));
        giveSystem("C1");
        assertThat(setup().status()).isZero();
        assertThat(settings().object("trust")).isEqualTo(system.trust().write());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"server\": 7}",
                "{\"server\": \"ftp://main.example\"}",
                "{\"server\": \"https://main.example/path\"}",
                "{\"server\": \"https://a\", \"server\": \"https://b\"}",
                "{\"server\": \"https://main.example\", \"enrolment_code\": \"\"}",
                "{\"server\": \"https://main.example\", \"enrolment_code\": \"\\u001b[2J\"}",
                "{\"server\": \"https://main.example\", \"enrolment_code\": [\"C1\"]}",
                "{\"server\": \"https://main.example\u001b[2J\"}"
            })
    void whatIsNoSettingsChangesNothing(String json) throws Exception {
        give(json);
        assertRefused("fleet.json");
        assertThat(everything()).isEmpty();

        give("{\"server\": \"https://main.example\"}");
        setup();
        Map<String, String> before = everything();
        give(json);
        assertRefused("fleet.json");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void neitherAreHugeSettingsNorADirectoryNorARootThatIsNone() throws Exception {
        give(" ".repeat(20 << 10) + "{\"server\": \"https://main.example\"}");
        assertRefused("larger than");
        Files.delete(fleet.resolve("fleet.json"));
        Files.createDirectory(fleet.resolve("fleet.json"));
        assertRefused("is no file");
        Files.delete(fleet.resolve("fleet.json"));
        give("{\"server\": \"https://main.example\"}");
        Files.write(fleet.resolve("1.root.json"), new byte[4 << 20]);
        assertRefused("larger than");
        Files.writeString(fleet.resolve("1.root.json"), "{}");
        assertRefused("1.root.json is no root");
        assertThat(everything()).isEmpty();
    }

    /** Whoever cuts the power, the next start completes it, and nobody has two names. */
    @Test
    void itIsCompletedAfterAPowerCutAtAnyStep() throws Exception {
        giveSystem("C1");
        Files.write(fleet.resolve("1.root.json"), system.firstRoot());
        int steps = 0;
        boolean died = true;
        while (died) {
            steps++;
            directory = Files.createTempDirectory(fleet, "stick");
            died = diesAt(steps);
            Path written = directory.resolve(".metalayer/stick.json");
            String before = Files.exists(written) ? Files.readString(written) : "";

            Run again = setup();

            assertThat(again.status()).as(again.err()).isZero();
            assertThat(verb("status").status()).isZero();
            assertThat(Files.readString(written)).startsWith(before);
        }
        assertThat(steps).isGreaterThan(10);
    }

    /** What ends the process: nothing catches this. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private boolean diesAt(int step) throws IOException {
        AtomicInteger count = new AtomicInteger();
        Storage storage =
                Storage.with(
                        StorageFaults.calling(operation -> {
                            if (count.incrementAndGet() == step) {
                                throw new Death();
                            }
                        }));
        try {
            new FleetSetup(new StickDirectory(directory), storage, new Random(step))
                    .from(new FleetFolder(fleet));
            return false;
        } catch (Death _) {
            return true;
        }
    }

    private void assertRefused(String why) {
        Run refused = setup();
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(why).doesNotContain("\u001b", "Exception");
    }

    private void giveSystem(String code) throws IOException {
        give("{\"server\": \"%s\", \"enrolment_code\": \"%s\"}".formatted(system.url(), code));
    }

    private void give(String json) throws IOException {
        Files.writeString(fleet.resolve("fleet.json"), json);
    }

    /** The computer that runs the tests is no stick. */
    private void declareVirtual() throws IOException {
        Run init = new Verbs(directory).init(system.url(), settings().string("module_id"));
        assertThat(init.status()).as(init.err()).isZero();
    }

    private Run setup(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--fleet";
        arguments[1] = fleet.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return verb("setup", arguments);
    }

    private Run verb(String verb, String... more) {
        return new Verbs(directory).say(verb, more);
    }

    private JsonObject settings() throws IOException {
        return Json.parseObject(Files.readAllBytes(directory.resolve(".metalayer/stick.json")));
    }

    private Map<String, String> everything() throws IOException {
        return StickFiles.everything(directory);
    }
}
