package org.metalayer.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.figures.Verdict;

class FleetSizeTest {
    @ParameterizedTest
    @CsvSource({
        "PER_SECOND, 0.9, 0.8, PASS",
        "PER_SECOND, 0.9, 0.7, MISS",
        "SECONDS, 4, 4.9, PASS",
        "SECONDS, 4, 5.1, MISS"
    })
    void aLargeFleetMayCostNoMoreThanNoise(Unit unit, double small, double large, Verdict verdict) {
        Line compared =
                FleetSize.compare(
                                List.of(line("With 1,000 sticks", unit, small)),
                                List.of(line("With 100,000 sticks", unit, large)))
                        .getFirst();
        assertThat(compared.verdict()).isEqualTo(verdict);
        assertThat(compared.figure()).isEqualTo(Spread.of(large));
    }

    @Test
    void comparesOnlyWhatIsJudgedAndBothHave() {
        Line told = Line.alone("", "peak", Unit.MEGABYTES, Spread.of(1), new Requirement.None());
        assertThat(FleetSize.compare(List.of(line("a", Unit.SECONDS, 1), told), List.of(told)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"250, 310, PASS", "250, 315, MISS"})
    void memoryIsComparedItself(double small, double large, Verdict verdict) {
        Line compared =
                FleetSize.compare(List.of(memory(small)), List.of(memory(large))).getFirst();
        assertThat(compared.verdict()).isEqualTo(verdict);
        assertThat(compared.unit()).isEqualTo(Unit.MEGABYTES);
    }

    private static Line memory(double megabytes) {
        return Line.alone(
                "With sticks",
                "resident",
                Unit.MEGABYTES,
                Spread.of(megabytes),
                new Requirement.AtMost(300));
    }

    private static Line line(String topic, Unit unit, double ratio) {
        return Line.against(
                topic,
                "title",
                unit,
                Spread.of(ratio * 200),
                new Line.Baseline("baseline", Spread.of(200)),
                new Requirement.None());
    }
}
