package org.metalayer.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    @ParameterizedTest
    @CsvSource({"70, PASS", "69.9, MISS"})
    void aThroughputIsJudgedByItsRatio(double figure, Verdict verdict) {
        Line line =
                Line.against(
                        "topic",
                        "title",
                        Unit.PER_SECOND,
                        Spread.of(figure),
                        new Line.Baseline("plain", Spread.of(100)),
                        new Requirement.AtLeast(0.7));
        assertThat(line.verdict()).isEqualTo(verdict);
        assertThat(line.judgedUnit()).isEqualTo(Unit.RATIO);
    }

    @ParameterizedTest
    @CsvSource({"300, PASS", "300.1, MISS"})
    void aFigureAloneIsJudgedItself(double figure, Verdict verdict) {
        Line line =
                Line.alone(
                        "topic",
                        "title",
                        Unit.MEGABYTES,
                        Spread.of(figure),
                        new Requirement.AtMost(300));
        assertThat(line.verdict()).isEqualTo(verdict);
    }

    @Test
    void theMedianDecides() {
        Line line =
                Line.alone(
                        "topic",
                        "title",
                        Unit.SECONDS,
                        Spread.of(1, 1, 9),
                        new Requirement.AtMost(2));
        assertThat(line.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void withoutRequirementNothingIsMissed() {
        Line line =
                Line.alone("topic", "title", Unit.SECONDS, Spread.of(1e9), new Requirement.None());
        assertThat(line.verdict()).isEqualTo(Verdict.TOLD);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void anImpossibleLimitCannotBeMade(double limit) {
        assertThatThrownBy(() -> new Requirement.AtLeast(limit)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Requirement.AtMost(limit)).hasMessageContaining("above 0");
    }
}
