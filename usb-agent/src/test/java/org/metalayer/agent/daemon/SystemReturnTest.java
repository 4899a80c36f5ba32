package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.protocol.message.DeploymentEntry;

/** A system that is no good, or no longer wanted, is not tried, or is left for the one before. */
class SystemReturnTest extends WithBootedStick {

    @Test
    void oneThatDoesNotStartIsLeftByItselfAndTold() throws Exception {
        system.feed().rollOut(release("2", 1));
        stage();
        computer.damageTheOtherSlot();

        assertThat(computer.start()).isEqualTo("1");
        stick.round();
        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("back at version 1");
        assertThat(stick.version("os")).isZero();
        stick.round();
        assertThat(phase()).isEmpty();
    }

    @Test
    void oneThatIsNeverFoundGoodIsLeftAfterTwoStarts() throws Exception {
        system.feed().rollOut(release("2", 1));
        stage();
        assertThat(computer.start()).isEqualTo("2");
        stick.round();
        assertThat(computer.start()).isEqualTo("2");
        assertThat(computer.start()).isEqualTo("1");

        stick.round();
        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(stick.version("os")).isZero();
    }

    @Test
    void whatIsHaltedBeforeTheRestartIsNotTried() throws Exception {
        DeploymentEntry entry = system.feed().rollOut(release("2", 1));
        stage();
        system.feed().withdraw(entry, "bad");
        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        stick.round();
        stick.round();

        assertThat(computer.entryNames()).containsExactly("mlos_1.efi");
        assertThat(computer.start()).isEqualTo("1");
        assertThat(phase()).isEmpty();
        assertThat(system.outcomes().recorded()).isEmpty();
    }

    /** What was asked for before the restart was about what ran before it. */
    @Test
    void whatWasHaltedTooLateIsNotForgottenButLeft() throws Exception {
        DeploymentEntry entry = system.feed().rollOut(release("2", 1));
        stage();
        system.feed().withdraw(entry, "bad");
        stick.round();
        assertThat(computer.start()).isEqualTo("2");
        assertThat(serve()).isEmpty();
        assertThat(computer.entryNames()).containsExactly("mlos_1.efi", "mlos_2+1-1.efi");

        stick.round();
        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        assertThat(computer.start()).isEqualTo("1");
        stick.round();
        assertThat(phase()).isEmpty();
    }

    /** What is called good just when it was left comes up once more. */
    @Test
    void whatComesBackIsLeftOnceMore() throws Exception {
        upgrade("2", 1);
        system.feed().withdraw(upgrade("3", 2), "bad");
        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        computer.bless();
        assertThat(computer.start()).isEqualTo("3");

        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        assertThat(computer.start()).isEqualTo("2");
        stick.round();
        assertThat(phase()).isEmpty();
    }

    @Test
    void whatIsHaltedAfterwardsIsLeftAtTheNextStart() throws Exception {
        upgrade("2", 1);
        system.feed().withdraw(upgrade("3", 2), "bad");
        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        assertThat(computer.start()).isEqualTo("2");
        stick.round();
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "rolled_back");
        assertThat(stick.version("os")).isEqualTo(1);
    }

    @Test
    void whatRunsIsToldAlsoWhenItIsNoLongerWhatWasInstalledLast() throws Exception {
        upgrade("2", 1);
        upgrade("3", 2);
        stick.start().round();
        assertThat(toldVersions()).containsExactly(2L);

        computer.giveUp("3");
        assertThat(computer.start()).isEqualTo("2");
        stick.start().round();
        assertThat(toldVersions()).containsExactly(1L);
    }

    private List<Long> toldVersions() {
        return system.sticks()
                .checkIns()
                .getLast()
                .objects("installed", it -> it.integer("version"));
    }
}
