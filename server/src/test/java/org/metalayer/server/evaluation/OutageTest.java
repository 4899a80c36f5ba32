package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.MainSystemResource;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** A report is not given up for what is wrong with the Main System's disk or database. */
@QuarkusTest
class OutageTest {

    private static final int OFTEN = 5;

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Evaluations evaluations;
    @Inject Sql sql;

    private int rounds;

    @BeforeEach
    void aReportWaits() throws IOException {
        TestClock.reset();
        fleet.clear();
        story.report(fleet.enrolOnline(1).getFirst(), Proposal.aFeature());
    }

    @AfterEach
    void back() {
        sql.update("DROP FUNCTION IF EXISTS outage() CASCADE");
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'",
                "PERFORM pg_terminate_backend(pg_backend_pid())"
            })
    void aDatabaseThatIsFullOrGoesAwayIsWaitedFor(String outage) {
        during("INSERT ON decision", outage);

        for (int i = 0; i < OFTEN; i++) {
            assertThat(evaluateLater()).isEmpty();
        }
        assertThat(sql.number("SELECT attempts FROM upgrade_report")).isZero();

        over();
        assertApproved();
    }

    @Test
    void aDatabaseThatCannotEvenBeToldIsToldLater() {
        during("INSERT ON decision", "RAISE EXCEPTION 'full' USING ERRCODE = '53100'");
        during(
                "UPDATE OF last_error ON upgrade_report",
                "RAISE EXCEPTION 'full' USING ERRCODE = '53100'");

        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(this::evaluateLater).hasStackTraceContaining("full");
        }

        over();
        assertApproved();
    }

    @Test
    void aDiskThatIsNotThereIsWaitedFor() throws IOException {
        Path blobs = MainSystemResource.data().resolve("blobs");
        Path away = blobs.resolveSibling("blobs-away");
        Files.move(blobs, away);
        try {
            for (int i = 0; i < OFTEN; i++) {
                assertThat(evaluateLater()).isEmpty();
            }
        } finally {
            Files.move(away, blobs);
        }

        assertApproved();
    }

    private List<DecisionRecord> evaluateLater() {
        rounds++;
        TestClock.shift(Duration.ofMinutes(10L * rounds));
        return evaluations.evaluatePending();
    }

    private void assertApproved() {
        assertThat(evaluateLater())
                .singleElement()
                .satisfies(decision ->
                        assertThat(decision.ruling().verdict()).isEqualTo(Verdict.APPROVE));
    }

    private void during(String event, String outage) {
        sql.update(
                """
                CREATE OR REPLACE FUNCTION outage() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN %s; RETURN NEW; END $$\
                """
                        .formatted(outage));
        sql.update(
                "CREATE TRIGGER outage BEFORE %s FOR EACH ROW EXECUTE FUNCTION outage()"
                        .formatted(event));
    }

    private void over() {
        sql.update("DROP FUNCTION outage() CASCADE");
    }
}
