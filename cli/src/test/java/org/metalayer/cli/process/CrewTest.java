package org.metalayer.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.metalayer.cli.platform.CliException;

class CrewTest {
    private final Printed printed = new Printed();

    @Test
    void endsAllWhenDismissed() throws Exception {
        Crew crew = new Crew(Duration.ofSeconds(30));
        Child first = crew.start("first", ready("trap 'echo bye; exit 0' TERM"), printed);
        Child second = crew.start("second", ready("trap 'echo bye; exit 0' TERM"), printed);
        printed.awaitBothReady();
        assertThat(crew.dismiss()).isEmpty();
        assertThat(List.of(first.await(), second.await())).containsExactly(0, 0);
        assertThat(printed.out()).filteredOn("bye"::equals).hasSize(2);
    }

    @Test
    void killsWhatDoesNotEndInTimeAndSaysWhich() throws Exception {
        Crew crew = new Crew(Duration.ofMillis(300));
        crew.start("docile", ready("trap 'exit 0' TERM"), printed);
        Child stubborn = crew.start("stubborn", ready("trap '' TERM"), printed);
        printed.awaitBothReady();
        assertThat(crew.dismiss()).containsExactly(stubborn);
        assertThat(ProcessHandle.of(stubborn.pid())).isNotPresent();
    }

    @Test
    void nobodyJoinsADismissedCrew() {
        Crew crew = new Crew(Duration.ofSeconds(1));
        crew.dismiss();
        assertThatThrownBy(() -> crew.start("late", List.of("true"), printed))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("late is not started");
    }

    @Test
    void tellsOutputAndErrorsApartAndKeepsTheLastLines() {
        Crew crew = new Crew(Duration.ofSeconds(30));
        Child child =
                crew.start(
                        "talker",
                        List.of("sh", "-c", "for i in $(seq 20); do echo $i; done; exit 3"),
                        printed);
        assertThat(child.await()).isEqualTo(3);
        assertThat(printed.out()).hasSize(20);
        assertThat(child.lastLines())
                .containsExactly("11", "12", "13", "14", "15", "16", "17", "18", "19", "20");
        crew.start("complainer", List.of("sh", "-c", "echo no >&2"), printed).await();
        assertThat(printed.err()).containsExactly("no");
    }

    @Test
    void saysWhatCannotBeStarted() {
        // Through the leash it starts, and the leash says what is missing.
        Child child =
                new Crew(Duration.ofSeconds(1))
                        .start("nothing", List.of("/does/not/exist"), printed);
        assertThat(child.await()).isNotZero();
        assertThat(printed.err()).anyMatch(line -> line.contains("/does/not/exist"));
    }

    /** Runs shell code, says that it is ready, and stays. */
    private static List<String> ready(String code) {
        return List.of("sh", "-c", code + "; echo ready; while :; do sleep 0.1; done");
    }

    /** Collects what processes print. */
    private static final class Printed implements Lines {
        private final List<String> out = Collections.synchronizedList(new ArrayList<>());
        private final List<String> err = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch twoReady = new CountDownLatch(2);

        @Override
        public void out(String line) {
            out.add(line);
            if (line.equals("ready")) {
                twoReady.countDown();
            }
        }

        @Override
        public void err(String line) {
            err.add(line);
        }

        List<String> out() {
            return List.copyOf(out);
        }

        List<String> err() {
            return List.copyOf(err);
        }

        void awaitBothReady() throws InterruptedException {
            twoReady.await();
        }
    }
}
