package org.metalayer.acceptance.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.StickProcess;

/** Every verb of the stick's own program: a native one reaches only what it was built to reach. */
@ExtendWith(SharedSystem.class)
class StickVerbsIT {
    private static final List<String> VERBS =
            List.of(
                    "init",
                    "setup",
                    "run",
                    "status",
                    "screen",
                    "changes",
                    "report",
                    "install",
                    "decline",
                    "rollback",
                    "enrol",
                    "confirm-restore",
                    "new-identity",
                    "sync",
                    "apply-system",
                    "choose-agent");

    private static final Pattern VERB = Pattern.compile("^  ([a-z-]+) ", Pattern.MULTILINE);
    private static final String COMPONENT = "notes";

    @TempDir Path parent;

    @Test
    void theseAreAllVerbs() throws Exception {
        String help = run("--help").out();
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:"));
        assertThat(VERB.matcher(commands).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(VERBS);
    }

    @ParameterizedTest
    @FieldSource("VERBS")
    void eachExplainsItself(String verb) throws Exception {
        Finished help = run(verb, "--help");
        assertThat(help.status()).as(help.toString()).isZero();
        assertThat(help.out()).startsWith("Usage: stick " + verb + " ");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void whatIsNoVerbIsAMistake() throws Exception {
        assertThat(run("dance").status()).isEqualTo(2);
    }

    @Test
    void eachDoesItsWorkOrSaysWhyNot(MainSystem system) throws Exception {
        try (StickProcess stick =
                StickProcess.prepare(system.url(), parent, "usb_verbs", "Verbs")) {
            assertThat(stick.verb("enrol").out()).startsWith("Pending");
            system.operator().accept("usb_verbs");
            assertThat(stick.verb("sync")).isEqualTo(new Finished(0, "Done.\n", ""));
            Files.createDirectories(stick.content(COMPONENT));
            Files.writeString(stick.content(COMPONENT).resolve("index.html"), "<p>notes</p>");
            assertThat(stick.verb("changes", "--json").json().list("components")).hasSize(1);
            assertThat(stick.verb("run", "--once").status()).isZero();
            assertThat(
                            stick.verb(
                                            "report",
                                            COMPONENT,
                                            "--type=ux",
                                            "--description=Notes",
                                            "--claim=startup_ms=3x",
                                            "--feature=notes",
                                            "--json")
                                    .status())
                    .isZero();
            assertThat(stick.verb("status", "--json").json().text("module_id"))
                    .isEqualTo("usb_verbs");
            assertThat(stick.verb("screen", "--once").out()).contains("part of the fleet of");

            assertSays(stick.verb("install", COMPONENT), "nothing is offered");
            assertSays(stick.verb("decline", COMPONENT), "nothing is offered");
            assertSays(stick.verb("rollback", COMPONENT), COMPONENT);
            assertSays(stick.verb("apply-system"), "was not booted from a stick");
            assertSays(stick.verb("choose-agent"), "was not booted from a stick");
            assertSays(stick.verb("confirm-restore"), "nothing to confirm");
            assertThat(stick.verb("new-identity", "--module-id=usb_verbs_2").status()).isZero();
        }
    }

    @Test
    void aBootableStickSetsItselfUp(MainSystem system) throws Exception {
        Path fleet = Files.createDirectories(parent.resolve("fleet"));
        Path stick = parent.resolve("stick");
        String[] setup = {"setup", "--fleet", fleet.toString(), "--directory", stick.toString()};
        assertThat(run(setup).out()).startsWith("not set up: ");
        assertThat(run("screen", "--once", "--directory", stick.toString()).out())
                .contains("waiting to be set up");

        Files.writeString(
                fleet.resolve("fleet.json"), "{\"server\": \"%s\"}".formatted(system.url()));
        Finished done = run(setup);
        assertThat(done.status()).as(done.toString()).isZero();
        assertThat(run("screen", "--once", "--directory", stick.toString()).out())
                .contains("waiting to be accepted by the Main System at " + system.url());
    }

    /** Also where the output is no terminal. */
    @Test
    void thePageIsDrawnUntilTheStickIsTurnedOff() throws Exception {
        Path drawn = parent.resolve("drawn");
        Process screen =
                new ProcessBuilder(Programs.agent("screen", "--directory", parent.toString()))
                        .redirectOutput(drawn.toFile())
                        .start();
        try {
            Eventually.eventually(
                    "the page is drawn",
                    () -> assertThat(drawn).content().contains("waiting to be set up"));
        } finally {
            screen.destroy();
        }
        screen.waitFor();
        assertThat(drawn).content().startsWith("\u001b[?25l").endsWith("\u001b[2J\u001b[H");
    }

    private static void assertSays(Finished refused, String why) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains(why).doesNotContain("Exception");
    }

    private Finished run(String... arguments) throws Exception {
        return Finished.run(parent, Map.of(), Programs.agent(arguments));
    }
}
