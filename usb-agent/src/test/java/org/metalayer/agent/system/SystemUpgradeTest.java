package org.metalayer.agent.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.system.SimulatedStick.PowerCut;
import org.metalayer.protocol.system.SystemVersion;

/** The computer boots, whatever becomes of an upgrade. */
class SystemUpgradeTest {

    private static final TestImage FIRST = new TestImage("1.9", "first system");
    private static final TestImage SECOND = new TestImage("1.10", "second system");
    private static final TestImage THIRD = new TestImage("2", "third system");

    private final SimulatedStick stick = new SimulatedStick(FIRST);

    private static void stage(SimulatedStick on, TestImage image) throws IOException {
        new SystemUpgrade(on, 4).stage(image);
    }

    @Test
    void theNewSystemIsTriedAtTheNextStartAndTheOldOneStays() throws Exception {
        assertThat(stick.boot()).isEqualTo(FIRST.version());
        stage(stick, SECOND);

        assertThat(stick.entries()).containsExactly("mlos_1.10+2-0.efi", "mlos_1.9.efi");
        assertThat(stick.boot()).isEqualTo(SECOND.version());
        assertThat(stick.slots().other().version()).contains(FIRST.version());
    }

    @Test
    void thereIsAWayBackFromOneThatNeverGetsHealthy() throws Exception {
        stage(stick, SECOND);
        for (int n = 0; n < 2; n++) {
            assertThat(stick.boot()).isEqualTo(SECOND.version());
        }
        assertThat(stick.boot()).isEqualTo(FIRST.version());
        assertThat(stick.entries()).contains("mlos_1.10+0-2.efi");
    }

    @Test
    void oneUpgradeAfterTheOtherChangesPlaces() throws Exception {
        stage(stick, SECOND);
        stick.boot();
        stick.bless(SECOND.version());
        stage(stick, THIRD);

        assertThat(stick.entries()).containsExactly("mlos_1.10.efi", "mlos_2+2-0.efi");
        assertThat(stick.boot()).isEqualTo(THIRD.version());
    }

    @Test
    void aSystemThatIsNotFoundGoodYetIsNotUpgraded() throws Exception {
        stage(stick, SECOND);
        stick.boot();

        assertThatThrownBy(() -> stage(stick, THIRD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no way back");
        assertThat(stick.boot()).isEqualTo(SECOND.version());
    }

    @Test
    void whatRunsIsNotStagedAgainAlsoUnderAnotherNumber() {
        for (TestImage same : new TestImage[] {FIRST, new TestImage("3", FIRST.root())}) {
            int before = stick.operations();
            assertThatThrownBy(() -> stage(stick, same)).hasMessageContaining("runs already");
            assertThat(stick.operations()).isEqualTo(before);
        }
    }

    @Test
    void whatIsForgottenIsNotTried() throws Exception {
        stage(stick, SECOND);
        new SystemUpgrade(stick, 4).forget();

        assertThat(stick.boot()).isEqualTo(FIRST.version());
        assertThat(stick.entries()).containsExactly("mlos_1.9.efi");
    }

    @Test
    void whatIsLeftGivesWayToTheOneBefore() throws Exception {
        stage(stick, SECOND);
        stick.boot();
        stick.bless(SECOND.version());
        new SystemUpgrade(stick, 4).leave();

        assertThat(stick.boot()).isEqualTo(FIRST.version());
        assertThat(stick.entries()).containsExactly("mlos_1.10+0-99.efi", "mlos_1.9.efi");
    }

    /** Otherwise somebody could choose the one that was staged last, before it proved itself. */
    @Test
    void nobodyGoesBackUpwards() throws Exception {
        stage(stick, SECOND);
        assertThatThrownBy(() -> new SystemUpgrade(stick, 4).leave())
                .hasMessageContaining("no other system");
        assertThat(stick.entries()).containsExactly("mlos_1.10+2-0.efi", "mlos_1.9.efi");
    }

    @Test
    void aWayBackIsNotForgotten() throws Exception {
        stage(stick, SECOND);
        stick.boot();
        new SystemUpgrade(stick, 4).forget();

        assertThat(stick.entries()).containsExactly("mlos_1.10+1-1.efi", "mlos_1.9.efi");
    }

    @Test
    void aPowerCutWhileLeavingLeavesOneThatBootsAndCanBeLeft() throws Exception {
        stage(stick, SECOND);
        stick.boot();
        stick.bless(SECOND.version());
        for (int operation = 1; operation <= 2; operation++) {
            SimulatedStick victim = stick.copy().cutBefore(operation);
            assertThatThrownBy(() -> new SystemUpgrade(victim, 4).leave())
                    .isInstanceOf(PowerCut.class);
            for (int kept = 0; kept < victim.outcomes(); kept++) {
                SimulatedStick after = victim.afterPowerCut(kept);
                if (after.boot().equals(SECOND.version())) {
                    new SystemUpgrade(after, 4).leave();
                    assertThat(after.boot()).isEqualTo(FIRST.version());
                }
            }
        }
    }

    @Test
    void withoutAnotherSystemNoneIsLeft() {
        assertThatThrownBy(() -> new SystemUpgrade(stick, 4).leave())
                .hasMessageContaining("no other system");
        assertThat(stick.entries()).containsExactly("mlos_1.9.efi");
    }

    @Test
    void entriesOfOthersAreLeftAlone() throws Exception {
        stick.put("linux.efi", "somebody's");
        stick.put("mlos_9.efi.new", "half a kernel");
        stage(stick, SECOND);

        assertThat(stick.entries()).contains("linux.efi").noneMatch(name -> name.endsWith(".new"));
    }

    /** Each operation, and each part of what was in the cache then, twice in a row. */
    @Test
    void aPowerCutAtAnyOperationLeavesOneThatBootsAndAnUpgradeThatIsCompleted() throws Exception {
        stage(stick, SECOND);
        stick.boot();
        stick.bless(SECOND.version());
        int outcomes = cutEverywhere(stick, true);

        assertThat(outcomes).isGreaterThan(500);
    }

    private static int cutEverywhere(SimulatedStick before, boolean again) throws IOException {
        int outcomes = 0;
        int operation = 1;
        boolean cut = true;
        while (cut) {
            SimulatedStick victim = before.copy().cutBefore(operation);
            cut = isCut(victim);
            for (int kept = 0; kept < victim.outcomes(); kept++) {
                SimulatedStick after = victim.afterPowerCut(kept);
                assertBootsAndIsCompleted(after.copy());
                outcomes++;
                if (cut && again && after.copy().boot().equals(SECOND.version())) {
                    outcomes += cutEverywhere(after, false);
                }
            }
            operation++;
        }
        return outcomes;
    }

    private static boolean isCut(SimulatedStick victim) throws IOException {
        try {
            stage(victim, THIRD);
            return false;
        } catch (PowerCut _) {
            return true;
        }
    }

    /** At the first try: what is not whole is never tried. */
    private static void assertBootsAndIsCompleted(SimulatedStick after) throws IOException {
        SystemVersion boots = after.boot();
        if (!boots.equals(THIRD.version())) {
            assertThat(boots).isEqualTo(SECOND.version());
            stage(after, THIRD);
            assertThat(after.boot()).isEqualTo(THIRD.version());
        }
        assertThat(after.entries()).contains("mlos_1.10.efi");
    }
}
