package org.metalayer.server.evaluation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/**
 * What two policies make of every type and impact: not of one report each, but of many imagined
 * ones that differ in what the conditions look at.
 */
public final class PolicyGrid {

    /** What becomes of a report, without its reasons. */
    public record Result(Verdict verdict, Optional<Strategy> strategy, Priority priority) {

        static Result of(Ruling ruling) {
            return new Result(ruling.verdict(), ruling.strategy(), ruling.priority());
        }
    }

    /** An imagined report that the two policies treat differently. */
    public record Witness(Facts facts, Result before, Result after) {}

    /**
     * One type and impact.
     *
     * @param before what becomes of it now; more than one where conditions decide
     * @param after what would become of it
     * @param reports how many were imagined
     * @param different of how many something else would become
     * @param witness the first of those
     */
    public record Cell(
            UpgradeType type,
            ImpactLevel impact,
            List<Result> before,
            List<Result> after,
            int reports,
            int different,
            Optional<Witness> witness) {}

    private PolicyGrid() {}

    /** Every type and impact, in that order. */
    public static List<Cell> compare(Policy before, Policy after) {
        List<Facts> reports = ImaginedReports.forConditions(before, after);
        List<Cell> cells = new ArrayList<>();
        for (UpgradeType type : UpgradeType.values()) {
            for (ImpactLevel impact : ImpactLevel.values()) {
                List<Facts> alike =
                        reports.stream()
                                .map(facts -> facts.with(Fact.UPGRADE_TYPE, type.wire()))
                                .flatMap(facts ->
                                        ImaginedReports.ofImpact(facts, impact, before, after))
                                .toList();
                cells.add(cell(type, impact, alike, before, after));
            }
        }
        return cells;
    }

    private static Cell cell(
            UpgradeType type,
            ImpactLevel impact,
            List<Facts> reports,
            Policy before,
            Policy after) {
        List<Result> now = new ArrayList<>();
        List<Result> then = new ArrayList<>();
        List<Witness> witnesses = new ArrayList<>();
        for (Facts facts : reports) {
            Result was = Result.of(Judge.rule(facts, List.of(), before));
            Result is = Result.of(Judge.rule(facts, List.of(), after));
            add(now, was);
            add(then, is);
            if (!was.equals(is)) {
                witnesses.add(new Witness(facts, was, is));
            }
        }
        return new Cell(
                type,
                impact,
                List.copyOf(now),
                List.copyOf(then),
                reports.size(),
                witnesses.size(),
                witnesses.stream().findFirst());
    }

    private static void add(List<Result> results, Result result) {
        if (!results.contains(result)) {
            results.add(result);
        }
    }
}
