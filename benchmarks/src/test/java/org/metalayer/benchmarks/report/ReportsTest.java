package org.metalayer.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.system.Machine;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

class ReportsTest {
    private static final Line MISSED =
            Line.against(
                    "With 1,000 sticks",
                    "feed polls",
                    Unit.PER_SECOND,
                    Spread.of(500, 600, 700),
                    new Line.Baseline("plain", Spread.of(1000, 1000, 1000)),
                    new Requirement.AtLeast(0.7));
    private static final Line TOLD =
            Line.alone(
                    "With 1,000 sticks",
                    "peak",
                    Unit.MEGABYTES,
                    Spread.of(250),
                    new Requirement.None());

    @Test
    void theTableShowsSpreadBaselineRatioAndVerdict() {
        assertThat(TableReport.of(result(MISSED, TOLD)).lines())
                .contains("With 1,000 sticks")
                .anySatisfy(line ->
                        assertThat(line)
                                .containsSubsequence(
                                        "feed polls",
                                        "600/s (500 – 700)",
                                        "1,000/s plain",
                                        "0.600× (0.500 – 0.700)",
                                        "≥ 0.700×",
                                        "MISS"));
    }

    @Test
    void theMarkdownIsATableUnderItsTopic() {
        assertThat(MarkdownReport.of(result(MISSED)))
                .startsWith("# Benchmarks of 2026-11-23\n")
                .contains("- JDK: Temurin")
                .contains("\n## With 1,000 sticks\n\n| ")
                .contains("| feed polls | 600/s (500 – 700) | 1,000/s plain | ");
    }

    @Test
    void theJsonHasEveryValue() {
        JsonObject json =
                Json.parseObject(
                        JsonReport.of(result(MISSED, TOLD)).getBytes(StandardCharsets.UTF_8));
        assertThat(json.bool("passed")).isFalse();
        JsonObject line = json.objects("lines", each -> each).getFirst();
        assertThat(line.decimal("judged")).isEqualByComparingTo("0.6");
        assertThat(line.string("verdict")).isEqualTo("miss");
        assertThat(line.members().get("figure")).hasToString(decimals(500, 600, 700));
    }

    @Test
    void passesWhenNothingIsMissed() {
        assertThat(result(TOLD).passed()).isTrue();
        assertThat(result(TOLD, MISSED).passed()).isFalse();
    }

    private static String decimals(int... values) {
        return new JsonValue.Array(
                        IntStream.of(values)
                                .<JsonValue>mapToObj(
                                        value -> new JsonValue.Decimal(new BigDecimal(value)))
                                .toList())
                .toString();
    }

    private static Result result(Line... lines) {
        Machine machine = new Machine(2, "CPU", 23.5, "Linux 6", "Debian", "Temurin", "ext4", 0.1);
        return new Result(
                Instant.parse("2026-11-23T10:00:00Z"),
                "abc1234",
                machine,
                List.of("how"),
                List.of(lines));
    }
}
