package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/** Policies as any operator may send them. */
class PolicyReaderFuzzTest {

    @FuzzTest
    void anythingIsRefusedWithItsPlacesOrWholeAndReadBackTheSame(byte[] input) {
        PolicyText text;
        try {
            text = text(Json.parseObject(input));
        } catch (MalformedDocumentException noText) {
            return;
        }
        switch (PolicyReader.read(text)) {
            case PolicyReader.Outcome.Faulty faulty ->
                    assertThat(faulty.faults())
                            .isNotEmpty()
                            .allSatisfy(PolicyReaderFuzzTest::check);
            case PolicyReader.Outcome.Content written -> check(written.content());
        }
    }

    private static void check(PolicyFault fault) {
        assertThat(fault.place()).matches("(rows|examples)(\\[\\d{1,3}](\\.[a-z_]+)?)?");
        assertThat(fault.describe()).doesNotContainPattern("\\p{Cc}");
    }

    /** What is approved is what was written, and the rest goes to a person. */
    private static void check(PolicyContent content) {
        assertThat(content.rows()).hasSizeBetween(1, PolicyReader.MOST_ROWS);
        assertThat(content.rows().getLast().isLastResort()).isTrue();
        assertThat(content.examples()).hasSizeLessThanOrEqualTo(PolicyReader.MOST_EXAMPLES);
        assertThat(content.tryExamples(7)).isEqualTo(content.tryExamples(7));
        assertThat(PolicyReader.read(text(content)))
                .isEqualTo(new PolicyReader.Outcome.Content(content));
    }

    private static PolicyText text(JsonObject json) {
        return new PolicyText(
                json.objects(
                        "rows",
                        row ->
                                new PolicyText.RowText(
                                        member(row, "type"),
                                        member(row, "min_impact"),
                                        member(row, "condition"),
                                        member(row, "verdict"),
                                        member(row, "strategy"),
                                        member(row, "priority"))),
                json.objects(
                        "examples",
                        example ->
                                new PolicyText.ExampleText(
                                        member(example, "name"),
                                        example.object("facts"),
                                        member(example, "finding"),
                                        member(example, "verdict"),
                                        member(example, "strategy"))));
    }

    private static @Nullable String member(JsonObject json, String name) {
        return json.optionalString(name).orElse(null);
    }

    private static PolicyText text(PolicyContent content) {
        return new PolicyText(
                content.rows().stream().map(PolicyReaderFuzzTest::text).toList(),
                content.examples().stream().map(PolicyReaderFuzzTest::text).toList());
    }

    private static PolicyText.RowText text(PolicyRow row) {
        return new PolicyText.RowText(
                row.type().map(UpgradeType::wire).orElse(null),
                row.minImpact().map(ImpactLevel::wire).orElse(null),
                row.condition().map(Condition::source).orElse(null),
                row.verdict().wire(),
                name(row.strategy()),
                row.priority().wire());
    }

    private static PolicyText.ExampleText text(PolicyExample example) {
        return new PolicyText.ExampleText(
                example.name(),
                FactsJson.write(example.facts()),
                example.finding().name().toLowerCase(Locale.ROOT),
                example.verdict().wire(),
                name(example.strategy()));
    }

    private static @Nullable String name(Optional<Strategy> strategy) {
        return strategy.map(Strategy::name).orElse(null);
    }
}
