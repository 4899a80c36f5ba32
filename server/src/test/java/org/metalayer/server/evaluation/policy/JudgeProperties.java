package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/** Whatever a policy says, guard rails come first and the same input gives the same ruling. */
class JudgeProperties {

    private static final List<String> CONDITIONS =
            List.of(
                    "true",
                    "component == 'os'",
                    "!examined || capability_increase",
                    "score / files_removed >= 0",
                    "upgrade_type in [security, bugfix]",
                    "contributor_accepted == false",
                    "impact >= low && reach < 1000");

    @Property(tries = 2000)
    void noPolicyApprovesWhatAGuardRailStops(
            @ForAll("policies") Policy policy,
            @ForAll("facts") Facts facts,
            @ForAll("findings") List<StageEvidence> evidence) {
        Ruling ruling = Judge.rule(facts, evidence, policy);

        if (found(evidence, Finding.Refused.class)) {
            assertThat(ruling.verdict()).isEqualTo(Verdict.REJECT);
        } else if (found(evidence, Finding.Doubtful.class)
                || List.of("os", "agent").contains(facts.component().value())
                || facts.is(Fact.CAPABILITY_INCREASE)
                || !facts.is(Fact.EXAMINED)
                || !facts.is(Fact.CONTRIBUTOR_ACCEPTED)) {
            assertThat(ruling.verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        }
    }

    @Property(tries = 500)
    void theSameInputGivesTheSameRuling(
            @ForAll("policies") Policy policy,
            @ForAll("facts") Facts facts,
            @ForAll("findings") List<StageEvidence> evidence) {
        Facts again = FactsJson.read(FactsJson.write(facts));

        assertThat(Judge.rule(again, evidence, policy))
                .isEqualTo(Judge.rule(facts, evidence, policy));
    }

    @Property(tries = 500)
    void theDigestTellsPoliciesApart(
            @ForAll("policies") Policy one, @ForAll("policies") Policy other) {
        boolean same = one.rows().equals(other.rows());

        assertThat(one.sha256().equals(other.sha256())).isEqualTo(same);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return rows().list().ofMaxSize(5).map(JudgeProperties::whole);
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Combinators.combine(
                        Arbitraries.of(UpgradeType.values()),
                        Arbitraries.of("music-player", "os", "agent", "clock"),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.of(true, true, true, false).list().ofSize(3))
                .as((type, component, score, removed, flags) ->
                        Facts.usual()
                                .with(Fact.UPGRADE_TYPE, type.wire())
                                .with(Fact.COMPONENT, component)
                                .with(Fact.SCORE, score)
                                .with(Fact.FILES_REMOVED, removed)
                                .with(Fact.EXAMINED, flags.get(0))
                                .with(Fact.CONTRIBUTOR_ACCEPTED, flags.get(1))
                                .with(Fact.CAPABILITY_INCREASE, !flags.get(2)));
    }

    @Provide
    Arbitrary<List<StageEvidence>> findings() {
        return Arbitraries.of(
                        new Finding.Passed("fine"),
                        new Finding.Passed("fine"),
                        new Finding.Doubtful("odd"),
                        new Finding.Refused("bad"))
                .map(finding -> new StageEvidence("stage", finding))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<PolicyRow> rows() {
        return Combinators.combine(
                        Arbitraries.of(UpgradeType.values()).optional(),
                        Arbitraries.of(ImpactLevel.values()).optional(),
                        Arbitraries.of(CONDITIONS).map(Condition::kept).optional(),
                        Arbitraries.of(Strategy.values()),
                        Arbitraries.of(Priority.values()))
                .as((type, impact, condition, strategy, priority) ->
                        new PolicyRow(
                                1,
                                type,
                                impact,
                                condition,
                                Verdict.APPROVE,
                                Optional.of(strategy),
                                priority));
    }

    private static Policy whole(List<PolicyRow> approving) {
        List<PolicyRow> rows = new ArrayList<>(approving);
        rows.add(
                new PolicyRow(
                        rows.size() + 1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Verdict.NEEDS_HUMAN,
                        Optional.empty(),
                        Priority.NORMAL));
        return new PolicyContent(rows, List.of()).policy(2);
    }

    private static boolean found(List<StageEvidence> evidence, Class<? extends Finding> kind) {
        return evidence.stream().anyMatch(each -> kind.isInstance(each.finding()));
    }
}
