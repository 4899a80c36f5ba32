package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.UpgradeReport;

/**
 * The agent dies before every single storage operation of a story. After each death the owner's
 * files are those of before or those of after, whole, and the next start brings the story to its
 * end. The process itself is killed in {@code AgentProcessIT}; here an error takes its place, so
 * that every step can be visited.
 */
class CrashTest extends WithMainSystem {

    /** Travels on its own, not in a pack. */
    private static final String LARGE = "x".repeat((1 << 20) + 1);

    /** What ends the agent: nothing in it catches this. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What the owner may see at any moment. */
    private record Story(List<Map<String, String>> allowed, Map<String, String> end) {}

    private ReleaseBuilder first() {
        return aRelease(system).file("a.txt", "a1").file("dir/b.txt", "b").file("c.txt", "c1");
    }

    private ReleaseBuilder second() {
        return aRelease(system)
                .version(2)
                .file("a.txt", "a2")
                .file("dir/b.txt", "b")
                .file("new/d.txt", "d2");
    }

    @Test
    void inAFirstInstallation() throws Exception {
        TestStick before = prepared();
        system.feed().rollOut(first().build());

        Map<String, String> after = Map.of("a.txt", "a1", "dir/b.txt", "b", "c.txt", "c1");
        dieEverywhere(before, new Story(List.of(Map.of(), after), after), "verified");
    }

    @Test
    void inAnUpgradeOverTheOwnersChanges() throws Exception {
        system.feed().rollOut(first().build());
        TestStick before = prepared();
        before.write("player", "own.txt", "own");
        before.write("player", ".hidden/notes.txt", "hidden");
        system.feed().rollOut(second().build());

        Map<String, String> old =
                Map.of("a.txt", "a1", "dir/b.txt", "b", "c.txt", "c1", "own.txt", "own");
        Map<String, String> after =
                Map.of("a.txt", "a2", "dir/b.txt", "b", "new/d.txt", "d2", "own.txt", "own");
        dieEverywhere(before, new Story(List.of(old, after), after), "verified");
    }

    @Test
    void onTheWayBackFromAWithdrawnRelease() throws Exception {
        system.feed().rollOut(first().build());
        TestStick before = prepared();
        DeploymentEntry bad = system.feed().rollOut(second().build());
        before.round();
        before.write("player", "own.txt", "own");
        system.feed().withdraw(bad, "bad");

        Map<String, String> old =
                Map.of("a.txt", "a2", "dir/b.txt", "b", "new/d.txt", "d2", "own.txt", "own");
        Map<String, String> after =
                Map.of("a.txt", "a1", "dir/b.txt", "b", "c.txt", "c1", "own.txt", "own");
        dieEverywhere(before, new Story(List.of(old, after), after), "rolled_back");
    }

    @Test
    void inAnUnhealthyUpgrade() throws Exception {
        system.feed().rollOut(first().build());
        TestStick before = prepared();
        String wants = "{\"health\":[{\"kind\":\"file\",\"path\":\"nothing\"}]}";
        system.feed().rollOut(second().file("component.json", wants).build());

        Map<String, String> old = Map.of("a.txt", "a1", "dir/b.txt", "b", "c.txt", "c1");
        Map<String, String> unhealthy =
                Map.of("a.txt", "a2", "dir/b.txt", "b", "new/d.txt", "d2", "component.json", wants);
        dieEverywhere(before, new Story(List.of(old, unhealthy), old), "failed");
    }

    @Test
    void onTheWayBackFromAWithdrawnNewComponent() throws Exception {
        DeploymentEntry bad = system.feed().rollOut(first().build());
        TestStick before = prepared();
        before.write("player", "own.txt", "own");
        system.feed().withdraw(bad, "bad");

        Map<String, String> old =
                Map.of("a.txt", "a1", "dir/b.txt", "b", "c.txt", "c1", "own.txt", "own");
        dieEverywhere(before, new Story(List.of(old, Map.of()), Map.of()), "rolled_back");
    }

    @Test
    void inAnUpgradeWhichThenOutlivesTheReleaseThatItReplaces() throws Exception {
        DeploymentEntry bad = system.feed().rollOut(first().build());
        TestStick before = prepared();
        DeploymentEntry good = system.feed().rollOut(second().build());
        Published running = system.feed().published();
        system.feed().withdraw(bad, "bad");
        Published withdrawn = system.feed().published();
        int step = 1;
        boolean died = true;
        while (died) {
            TestStick stick = copy(before, step);
            system.feed().serve(running);
            died = dies(stick, step, (victim, faults) -> victim.start(faults).round());
            system.feed().serve(withdrawn);
            stick.round();
            stick.round();
            assertThat(stick.version("player")).as("step " + step).isEqualTo(2);
            step++;
        }
        assertThat(step).isGreaterThan(20);
        assertThat(system.outcomes().recorded())
                .filteredOn(outcome -> outcome.releaseId().equals(good.releaseId()))
                .extracting(Outcome::result)
                .containsOnly(OutcomeResult.VERIFIED);
    }

    @Test
    void inAReportWhichIsThenEitherThereWholeOrNotAtAll() throws Exception {
        TestStick before = prepared();
        before.write("notes", "n.txt", "mine");
        before.write("notes", "large.bin", LARGE);
        int step = 1;
        boolean died = true;
        while (died) {
            TestStick stick = copy(before, step);
            died = dies(stick, step, TestStick::reportAll);
            stick.round();
            int waiting = stick.local().reportSpool().waiting().size();
            assertThat(waiting).isZero();
            step++;
        }
        long complete = system.reports().complete().size();
        assertThat(complete).isEqualTo(system.reports().all().size()).isPositive();
        assertThat(step).isGreaterThan(10);
    }

    @Test
    void whileAReportIsSentWhichKeepsNoLaterOneFromGoingOut() throws Exception {
        TestStick before = prepared();
        before.write("notes", "n.txt", "mine");
        before.write("notes", "large.bin", LARGE);
        before.report("notes", "Notes");
        int step = 1;
        boolean died = true;
        while (died) {
            TestStick stick = copy(before, step);
            died = dies(stick, step, (victim, faults) -> victim.start(faults).round());
            stick.write("notes", "later.txt", "later " + step);
            UUID later = stick.report("notes", "Later").report().reportId();
            stick.round();
            assertThat(system.reports().complete())
                    .as("step " + step)
                    .extracting(UpgradeReport::reportId)
                    .contains(later);
            assertThat(stick.local().reportSpool().waiting()).as("step " + step).isEmpty();
            assertThat(stick.local().sentReports().all()).as("step " + step).hasSize(2);
            step++;
        }
        assertThat(step).isGreaterThan(5);
    }

    /** An accepted stick that has done everything there was to do. */
    private TestStick prepared() throws IOException {
        TestStick stick = stick();
        stick.round();
        return stick;
    }

    private void dieEverywhere(TestStick before, Story story, String outcome) throws Exception {
        int step = 1;
        int deaths = 0;
        boolean died = true;
        while (died) {
            TestStick stick = copy(before, step);
            int known = system.outcomes().recorded().size();
            died = dies(stick, step, (victim, faults) -> victim.start(faults).round());
            assertThat(stick.visibleFiles("player"))
                    .as("after the death at step " + step)
                    .isIn(story.allowed());
            stick.round();
            assertThat(stick.visibleFiles("player")).as("step " + step).isEqualTo(story.end());
            assertThat(system.outcomes().results().subList(known, known + 1))
                    .as("step " + step)
                    .containsExactly(outcome);
            assertThat(system.outcomes().recorded()).as("step " + step).hasSize(known + 1);
            assertThat(stick.local().journal().all()).isEmpty();
            assertThat(stick.log()).as("step " + step).noneMatch(line -> line.contains("refused"));
            deaths += died ? 1 : 0;
            step++;
        }
        assertThat(deaths).isGreaterThan(20);
    }

    private TestStick copy(TestStick before, int step) throws IOException {
        system.sticks().forgetRenewals();
        Path place = directory.resolve("copies").resolve(String.valueOf(step));
        return before.copyTo(place);
    }

    /** What the agent does when it dies. */
    @FunctionalInterface
    private interface Deed {
        void by(TestStick stick, StorageFaults faults) throws IOException;
    }

    private static boolean dies(TestStick stick, int step, Deed deed) throws IOException {
        AtomicInteger count = new AtomicInteger();
        try {
            deed.by(
                    stick,
                    StorageFaults.calling(operation -> {
                        if (count.incrementAndGet() >= step) {
                            throw new Death();
                        }
                    }));
            return false;
        } catch (Death death) {
            return true;
        }
    }
}
