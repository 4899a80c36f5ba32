package org.metalayer.server.evaluation.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/**
 * What vetting is for: nothing of the malicious set reaches a ring without a person, and nothing of
 * the benign set is held up. Both go the whole way, from a signed report to the decision by the
 * default policy, and to the rollout that there is or is not. What only a scanner knows is in
 * {@link KnownMalware}.
 */
@QuarkusTest
class VettingSetsTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Sql sql;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    static Stream<Sample> malicious() {
        return Stream.of(
                        HostileArchives.samples(),
                        HostileFiles.samples(),
                        HostileCode.samples(),
                        CarelessFiles.samples())
                .flatMap(each -> each);
    }

    static Stream<Sample> benign() {
        return BenignSamples.samples();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malicious")
    void isNotApprovedWithoutAPerson(Sample sample) {
        if (sample.caughtBy().equals("intake")) {
            assertThatThrownBy(() -> story.decide(stick, sample.proposal()))
                    .isInstanceOf(MalformedDocumentException.class);
        } else {
            DecisionRecord decision = story.decide(stick, sample.proposal());

            assertThat(decision.ruling().verdict()).isNotEqualTo(Verdict.APPROVE);
            assertThat(decision.examination().stages())
                    .filteredOn(each -> each.finding().objects())
                    .extracting(StageEvidence::stage)
                    .contains(sample.caughtBy());
        }
        assertThat(sql.number("SELECT count(*) FROM release")).isZero();
        assertThat(sql.number("SELECT count(*) FROM rollout")).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("benign")
    void isApprovedAtOnce(Sample sample) {
        DecisionRecord decision = story.decide(stick, sample.proposal());

        assertThat(decision.ruling().reasons()).isNotEmpty();
        assertThat(decision.examination().stages())
                .filteredOn(each -> each.finding().objects())
                .isEmpty();
        assertThat(decision.ruling().verdict()).isEqualTo(Verdict.APPROVE);
        assertThat(sql.number("SELECT count(*) FROM rollout")).isEqualTo(1);
    }

    @Test
    void theSetsAreAsLargeAsTheyShouldBe() {
        List<Sample> malicious = malicious().toList();

        assertThat(malicious).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        assertThat(malicious.stream().map(Sample::technique).distinct())
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(benign()).hasSizeGreaterThanOrEqualTo(50);
    }
}
