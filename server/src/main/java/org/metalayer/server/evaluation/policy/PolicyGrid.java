package org.metalayer.server.evaluation.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * All that was tried.
     *
     * @param cells every type and impact, in that order
     * @param cutOff whether not every report was tried that conditions could tell apart
     * @param unreached rows of the later policy that decided about no report
     */
    public record Comparison(List<Cell> cells, boolean cutOff, List<Integer> unreached) {

        /** How many reports were imagined. */
        public int tried() {
            return cells.stream().mapToInt(Cell::reports).sum();
        }
    }

    private final Policy before;
    private final Policy after;
    private final Set<Integer> reached = new HashSet<>();

    private PolicyGrid(Policy before, Policy after) {
        this.before = before;
        this.after = after;
    }

    public static Comparison compare(Policy before, Policy after) {
        return new PolicyGrid(before, after).compare();
    }

    private Comparison compare() {
        ImaginedReports reports = ImaginedReports.forConditions(before, after);
        List<Cell> cells = new ArrayList<>();
        for (UpgradeType type : UpgradeType.values()) {
            for (ImpactLevel impact : ImpactLevel.values()) {
                cells.add(cell(type, impact, reports.of(type, impact)));
            }
        }
        return new Comparison(List.copyOf(cells), reports.cutOff(), unreached());
    }

    /** The last row has to be there, whether anything comes that far or not. */
    private List<Integer> unreached() {
        return after.rows().stream()
                .map(PolicyRow::ordinal)
                .filter(row -> row < after.rows().size() && !reached.contains(row))
                .toList();
    }

    private Cell cell(UpgradeType type, ImpactLevel impact, List<Facts> reports) {
        List<Result> now = new ArrayList<>();
        List<Result> then = new ArrayList<>();
        List<Witness> witnesses = new ArrayList<>();
        for (Facts facts : reports) {
            Result was = Result.of(Judge.rule(facts, List.of(), before));
            Ruling ruling = Judge.rule(facts, List.of(), after);
            ruling.policyRow().ifPresent(reached::add);
            Result is = Result.of(ruling);
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
