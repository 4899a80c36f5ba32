package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.Outcome;

/** Joining the fleet, and staying in it. */
class EnrolmentTest extends WithMainSystem {

    @Test
    void theRequestCarriesTheDeclaredDeviceMarkedAsVirtual() throws Exception {
        stick().round();

        Enrolment request = system.sticks().enrolments().getFirst();
        assertThat(request.usb().virtual()).isTrue();
        assertThat(request.usb().serial()).isEqualTo("SERIAL-usb_001");
    }

    @Test
    void aPendingStickWaitsAndTakesPartOnceItIsAccepted() throws Exception {
        system.sticks().enrolAs("pending");
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        RunningAgent agent = stick.start();

        agent.round();
        assertThat(state(stick)).isEqualTo(EnrolmentState.PENDING);
        assertThat(system.reports().all()).isEmpty();
        assertThat(stick.files("player")).isEmpty();

        system.sticks().become("usb_001", "accepted");
        agent.round();
        assertThat(state(stick)).isEqualTo(EnrolmentState.ACCEPTED);
        assertThat(system.reports().complete()).hasSize(1);
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void anAcceptedStickDoesNotAskAgain() throws Exception {
        TestStick stick = stick();
        stick.round();
        stick.round();

        assertThat(system.sticks().enrolments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "retired"})
    void aStickThatIsNotWantedInstallsNothing(String state) throws Exception {
        system.sticks().enrolAs(state);
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(system.outcomes().recorded()).isEmpty();
    }

    @Test
    void aQuarantinedStickStillGetsUpgradesAndKeepsItsReports() throws Exception {
        TestStick stick = stick();
        stick.round();
        system.sticks().become("usb_001", "quarantined");
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        stick.round();

        assertThat(state(stick)).isEqualTo(EnrolmentState.QUARANTINED);
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        assertThat(system.reports().all()).isEmpty();
        assertThat(stick.local().reportSpool().waiting()).hasSize(1);

        system.sticks().become("usb_001", "accepted");
        stick.round();
        assertThat(system.reports().complete()).hasSize(1);
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void anEndedSessionIsRenewedInTheMiddle() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        system.sticks().expireSessions();
        agent.round();

        assertThat(system.sticks().checkIns()).hasSize(2);
        assertThat(system.requests()).filteredOn("POST /api/v1/stick/sessions"::equals).hasSize(2);
    }

    @Test
    void aStickThatWasForgottenEnrolsAnewAndSpeaksInItsNewName() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        agent.round();
        UUID before = system.sticks().idOf("usb_001");
        system.sticks().forget("usb_001");
        agent.round();
        agent.round();
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        agent.round();

        assertThat(system.sticks().idOf("usb_001")).isNotEqualTo(before);
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
        assertThat(system.outcomes().recorded())
                .extracting(Outcome::stickId)
                .containsExactly(before, system.sticks().idOf("usb_001"));
    }

    @Test
    void whatWasNotToldYetIsToldInTheNewName() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        system.faults().intercept("/api/v1/stick/outcomes", 503);
        agent.round();
        assertThat(stick.local().outcomeSpool().waiting()).hasSize(1);
        system.faults().clear();
        system.sticks().forget("usb_001");
        agent.round();
        agent.round();

        assertThat(system.outcomes().recorded())
                .extracting(Outcome::stickId)
                .containsExactly(system.sticks().idOf("usb_001"));
        assertThat(stick.log()).noneMatch(line -> line.contains("outcome"));
    }

    @Test
    void aStickThatIsRetiredWhileItsSessionIsRenewedLearnsOfIt() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        system.sticks().expireSessions();
        system.sticks().becomeAfterTheNextSession("retired");
        agent.round();

        assertThat(state(stick)).isEqualTo(EnrolmentState.RETIRED);
    }

    @Test
    void anEnrolmentCodeIsForgottenOnceItIsOfNoMoreUse() throws Exception {
        system.sticks().enrolAs("pending");
        TestStick stick = stick().enrolmentCode("K7-secret");
        stick.round();
        assertThat(stick.directory().config()).content().contains("K7-secret");

        system.sticks().become("usb_001", "accepted");
        stick.round();
        assertThat(stick.directory().config()).content().doesNotContain("K7-secret");
        assertThat(stick.local().config().server()).isEqualTo(system.url());
        assertThat(system.sticks().enrolments())
                .extracting(Enrolment::enrolmentCode)
                .containsOnly(Optional.of("K7-secret"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void aClockTenYearsOffDoesNotMatter(int years) throws Exception {
        Instant claimed = Instant.now().plus(Duration.ofDays(365L * years));
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick().clock(() -> claimed);
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        stick.round();

        assertThat(system.reports().complete()).hasSize(1);
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void anotherStickWithTheSameIdIsToldSo() throws Exception {
        stick().round();
        TestStick twin = TestStick.in(directory.resolve("twin"), system.url(), "usb_001");
        twin.round();

        assertThat(trouble(twin)).contains("module-id-taken");
        assertThat(twin.local().enrolmentFile().read()).isEmpty();
    }

    @Test
    void otherKeysThanThosePinnedAreNotBelieved() throws Exception {
        system.sticks().enrolAs("pending");
        TestStick stick = stick();
        stick.round();
        try (SimulatedMainSystem impostor = SimulatedMainSystem.start()) {
            system.sticks().showTrust(impostor.trust());
            system.sticks().become("usb_001", "accepted");
            stick.round();

            assertThat(trouble(stick)).contains("another first root");
            assertThat(state(stick)).isEqualTo(EnrolmentState.PENDING);
            assertThat(record(stick).trust()).isEqualTo(system.trust());
        }
    }

    @Test
    void keysThatCameWithTheStickCountFromTheBeginning() throws Exception {
        try (SimulatedMainSystem meant = SimulatedMainSystem.start()) {
            TestStick stick = stick().trusting(meant.trust());
            stick.round();

            assertThat(trouble(stick)).contains("another first root");
            assertThat(stick.local().enrolmentFile().read()).isEmpty();
        }
    }

    private static EnrolmentState state(TestStick stick) throws Exception {
        return record(stick).state();
    }

    private static EnrolmentRecord record(TestStick stick) throws Exception {
        return stick.local().enrolmentFile().read().orElseThrow();
    }

    private static String trouble(TestStick stick) throws Exception {
        Optional<Contact> contact = stick.local().contact();
        return contact.flatMap(Contact::trouble).orElse("");
    }
}
