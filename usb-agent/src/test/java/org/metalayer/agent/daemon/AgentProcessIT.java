package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.cli.AgentMain;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.protocol.message.UpgradeReport;

/** The agent as a process of its own: its loop, its end, and its deaths. */
class AgentProcessIT extends WithMainSystem {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    @Test
    void theAgentNoticesWhatTheOwnerDoesAndEndsWhenItIsTold() throws Exception {
        TestStick stick = stick();
        Process agent = agent(stick, Map.of(), "run");
        try {
            eventually(() -> log(stick).contains("the Main System answers"));
            stick.write("notes", "n.txt", "mine");
            eventually(() -> log(stick).contains("notes: new, 1 file"));

            assertThat(verb(stick, "run")).as("a second agent").isEqualTo(1);
            assertThat(verb(stick, "report", "notes", "--type", "feature", "--description", "x"))
                    .isZero();
            eventually(() -> system.reports().complete().size() == 1);

            system.feed().rollOut(aRelease(system).file("a.txt", "a1").build());
            assertThat(verb(stick, "sync")).isZero();
            eventually(() -> stick.files("player").equals(Map.of("a.txt", "a1")));
            assertThat(verb(stick, "rollback", "player")).isZero();
            assertThat(stick.content("player")).doesNotExist();

            agent.destroy();
            assertThat(agent.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS).exitValue())
                    .isEqualTo(TERMINATED);
            assertThat(log(stick)).endsWith("the agent stops\n");
        } finally {
            agent.destroyForcibly();
        }
        assertThat(system.reports().complete())
                .extracting(UpgradeReport::description)
                .containsExactly("x");
    }

    @Test
    void aProcessThatIsKilledAnywhereLeavesTheOldOrTheNewRelease() throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").file("b.txt", "b").build());
        TestStick before = stick();
        before.round();
        system.feed()
                .rollOut(
                        aRelease(system).version(2).file("a.txt", "a2").file("c.txt", "c").build());
        Map<String, String> old = Map.of("a.txt", "a1", "b.txt", "b");
        Map<String, String> fresh = Map.of("a.txt", "a2", "c.txt", "c");

        int deaths = 0;
        for (int step = 5; step <= 80; step += 15) {
            TestStick stick = before.copyTo(directory.resolve("copies/" + step));
            Process agent =
                    agent(
                            stick,
                            Map.of(StorageFaults.VARIABLE, String.valueOf(step)),
                            "run",
                            "--once");
            int status = agent.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS).exitValue();
            deaths += status == KILLED ? 1 : 0;
            assertThat(stick.files("player")).as("step " + step).isIn(old, fresh);
            assertThat(verb(stick, "run", "--once")).isZero();
            assertThat(stick.files("player")).as("step " + step).isEqualTo(fresh);
        }
        assertThat(deaths).isGreaterThanOrEqualTo(4);
    }

    private int verb(TestStick stick, String... arguments) throws Exception {
        return agent(stick, Map.of(), arguments)
                .onExit()
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .exitValue();
    }

    private Process agent(TestStick stick, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AgentMain.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--dir", stick.root().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("output").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String log(TestStick stick) throws IOException {
        Path log = stick.directory().log();
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.call()) {
            assertThat(System.nanoTime() - deadline).as("time is up").isNegative();
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
