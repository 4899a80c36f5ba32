package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.outcome.ReleaseName;
import org.metalayer.agent.session.Notice;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.protocol.ratchet.Verdict;

/** Renewals as the stick sees them: what is cut off accuses nobody, what is copied is told. */
class RenewalTest extends WithMainSystem {

    /** What ends the agent: nothing in it catches this. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aDeathAtAnyStorageOperationAccusesNobody() throws Exception {
        for (String moduleId : new String[] {"usb_001", "usb_002"}) {
            TestStick stick = stick(moduleId);
            if (moduleId.equals("usb_002")) {
                stick.round();
            }
            int step = 1;
            // The one stick dies again and again, each time a step later, and never loses its way.
            while (dies(stick, step)) {
                assertAccusedNobody();
                stick.round();
                assertAccusedNobody();
                step++;
            }
            assertThat(step).isGreaterThan(4);
        }
        assertThat(system.sticks().verdicts())
                .as("answers that were lost")
                .anyMatch(Verdict.Repeated.class::isInstance);
    }

    @Test
    void aCopyQuarantinesBothWhoStillGetUpgrades() throws Exception {
        TestStick stick = stick();
        stick.round();
        TestStick copy = stick.copyTo(directory.resolve("copy"));
        stick.round();
        copy.round();
        stick.round();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        for (TestStick each : new TestStick[] {stick, copy}) {
            each.write("notes", "n.txt", "mine");
            each.report("notes", "Notes");
            each.round();
            assertThat(state(each)).isEqualTo(EnrolmentState.QUARANTINED);
            assertThat(each.local().renewals().notices()).containsExactly(Notice.CLONED);
            assertThat(each.log()).anyMatch(line -> line.contains("Two copies of this stick"));
            assertThat(each.files("player")).isEqualTo(Map.of("a.txt", "one"));
            assertThat(each.local().reportSpool().waiting()).hasSize(1);
        }
        assertThat(system.reports().all()).isEmpty();
    }

    @Test
    void anAgentThatRunsIsToldOfTheCopyAtItsNextCheckIn() throws Exception {
        TestStick stick = stick();
        stick.round();
        TestStick copy = stick.copyTo(directory.resolve("copy"));
        RunningAgent agent = stick.start();
        agent.round();
        copy.round();
        agent.round();
        agent.round();
        assertThat(stick.local().renewals().notices()).containsExactly(Notice.CLONED);
    }

    @Test
    void aCopyBecomesAStickOfItsOwnWithAllItHas() throws Exception {
        TestStick stick = stick();
        stick.round();
        TestStick copy = stick.copyTo(directory.resolve("copy"));
        stick.round();
        copy.round();
        copy.write("notes", "n.txt", "mine");
        copy.report("notes", "Notes");
        ModuleId made = newIdentity(copy, StorageFaults.none());
        copy.round();
        copy.round();

        assertThat(made.value()).startsWith("usb_001_");
        assertThat(state(copy)).isEqualTo(EnrolmentState.ACCEPTED);
        assertThat(copy.local().renewals().notices()).isEmpty();
        assertThat(copy.files("notes")).isEqualTo(Map.of("n.txt", "mine"));
        assertThat(system.reports().complete())
                .extracting(report -> report.contributor().moduleId())
                .containsExactly(made);
    }

    @Test
    void whatACopyHasToTellOfReleasesIsToldInItsNewName() throws Exception {
        TestStick stick = stick();
        stick.round();
        TestStick copy = stick.copyTo(directory.resolve("copy"));
        Outcome outcome = outcome(copy);
        copy.local().outcomeSpool().add(outcome, new ReleaseName(new ComponentName("player"), 1));
        ModuleId made = newIdentity(copy, StorageFaults.none());
        copy.local().outcomeSpool().signAnew();
        copy.round();
        copy.round();

        assertThat(system.outcomes().recorded())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.moduleId()).isEqualTo(made);
                    assertThat(told.releaseId()).isEqualTo(outcome.releaseId());
                    assertThat(told.outcomeId()).isNotEqualTo(outcome.outcomeId());
                });
        assertThat(copy.local().outcomeSpool().waiting()).isEmpty();
        assertThat(copy.log()).noneMatch(line -> line.contains("outcome"));
    }

    private static Outcome outcome(TestStick stick) throws IOException {
        return new Outcome(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                stick.local().identity().contributor().moduleId(),
                OutcomeResult.VERIFIED,
                "",
                List.of(),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aDeathWhileItBecomesAnotherStickCostsATryAndNothingElse() throws Exception {
        TestStick before = stick();
        before.round();
        int step = 1;
        boolean died = true;
        while (died) {
            TestStick stick = before.copyTo(directory.resolve("copies/" + step));
            AtomicInteger count = new AtomicInteger();
            int until = step;
            try {
                newIdentity(
                        stick,
                        StorageFaults.calling(operation -> {
                            if (count.incrementAndGet() >= until) {
                                throw new Death();
                            }
                        }));
                died = false;
            } catch (Death death) {
                newIdentity(stick, StorageFaults.none());
            }
            stick.round();
            stick.round();
            assertThat(state(stick)).as("step " + step).isEqualTo(EnrolmentState.ACCEPTED);
            assertAccusedNobody();
            step++;
        }
        assertThat(step).isGreaterThan(8);
    }

    @Test
    void aRestoredBackupWaitsForTheOwnersWordAndKeepsItsReports() throws Exception {
        TestStick stick = stick();
        stick.round();
        TestStick backup = stick.copyTo(directory.resolve("backup"));
        for (int i = 0; i < 3; i++) {
            stick.round();
        }
        backup.write("notes", "n.txt", "mine");
        backup.report("notes", "Notes");
        assertThat(backup.local().renewals().confirmRestore()).isFalse();
        backup.round();
        assertThat(backup.local().renewals().notices()).containsExactly(Notice.RESTORED);
        assertThat(backup.local().reportSpool().waiting()).hasSize(1);

        assertThat(backup.local().renewals().confirmRestore()).isTrue();
        backup.round();
        assertThat(backup.local().renewals().notices()).isEmpty();
        assertThat(system.reports().complete())
                .extracting(UpgradeReport::description)
                .containsExactly("Notes");
        assertThat(Files.exists(backup.directory().confirmedRestore())).isFalse();
    }

    @Test
    void aStickThatLostItsMemoryIsAnOlderOneAndNoCopy() throws Exception {
        for (String damage : new String[] {"", "{}", "not json"}) {
            TestStick stick = stick("usb_" + damage.length());
            for (int i = 0; i < 3; i++) {
                stick.round();
            }
            Path memory = stick.directory().ratchet();
            if (damage.isEmpty()) {
                Files.delete(memory);
            } else {
                Files.writeString(memory, damage);
            }
            stick.round();
            assertThat(stick.local().renewals().notices()).containsExactly(Notice.RESTORED);
            assertThat(stick.local().renewals().confirmRestore()).isTrue();
            stick.round();
            assertThat(stick.local().renewals().notices()).isEmpty();
        }
    }

    private void assertAccusedNobody() {
        assertThat(system.sticks().verdicts())
                .allMatch(verdict ->
                        verdict instanceof Verdict.Renewed || verdict instanceof Verdict.Repeated);
    }

    private static ModuleId newIdentity(TestStick stick, StorageFaults faults) throws IOException {
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            return NewIdentity.make(
                    stick.directory(), Storage.with(faults), NewIdentity.Wishes.NONE, lock);
        }
    }

    private static EnrolmentState state(TestStick stick) throws IOException {
        return stick.local().enrolmentFile().read().orElseThrow().state();
    }

    private static boolean dies(TestStick stick, int step) throws IOException {
        AtomicInteger count = new AtomicInteger();
        try {
            stick.start(
                            StorageFaults.calling(operation -> {
                                if (count.incrementAndGet() >= step) {
                                    throw new Death();
                                }
                            }))
                    .round();
            return false;
        } catch (Death death) {
            return true;
        }
    }
}
