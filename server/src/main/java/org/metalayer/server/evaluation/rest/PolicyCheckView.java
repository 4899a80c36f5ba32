package org.metalayer.server.evaluation.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.policy.PolicyCheck;
import org.metalayer.server.evaluation.policy.PolicyExample;
import org.metalayer.server.evaluation.policy.PolicyFault;
import org.metalayer.server.evaluation.policy.PolicyGrid;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.WordOf;

/**
 * What is wrong with a policy, or what it would do.
 *
 * @param passed nothing is wrong, and all its own examples end as they shall
 * @param against the version in force, which it is compared with
 * @param examples empty where there are faults
 * @param dropped examples of the version in force that this one does not have
 * @param grid every type and impact; empty where there are faults
 * @param tried how many reports were imagined
 * @param cutOff whether conditions could tell more reports apart than were tried
 * @param unreachedRows rows that decided about none of them
 */
public record PolicyCheckView(
        boolean passed,
        int against,
        List<PolicyFault> faults,
        List<ExampleResultView> examples,
        List<ExampleResultView> dropped,
        List<CellView> grid,
        int tried,
        boolean cutOff,
        List<Integer> unreachedRows) {

    /** What became of an example. */
    public record ExampleResultView(
            String name,
            boolean passed,
            ResultView wanted,
            ResultView got,
            @Nullable Integer policyRow,
            List<String> reasons) {}

    /** What becomes of a report. */
    public record ResultView(
            @WordOf(Verdict.class) String verdict,
            @Nullable Strategy strategy,
            @Nullable @WordOf(Priority.class) String priority) {

        static ResultView of(PolicyGrid.Result result) {
            return new ResultView(
                    result.verdict().wire(),
                    result.strategy().orElse(null),
                    result.priority().wire());
        }
    }

    /** One type and impact; more than one result where conditions decide. */
    public record CellView(
            @WordOf(UpgradeType.class) String type,
            @WordOf(ImpactLevel.class) String impact,
            List<ResultView> before,
            List<ResultView> after,
            int reports,
            int different,
            @Nullable WitnessView witness) {}

    /** A report that ends otherwise, by its unusual facts. */
    public record WitnessView(Map<String, Object> facts, ResultView before, ResultView after) {}

    static PolicyCheckView faulty(List<PolicyFault> faults, int against) {
        return new PolicyCheckView(
                false, against, faults, List.of(), List.of(), List.of(), 0, false, List.of());
    }

    static PolicyCheckView of(PolicyCheck check) {
        return new PolicyCheckView(
                check.passed(),
                check.against(),
                List.of(),
                check.examples().stream().map(PolicyCheckView::example).toList(),
                check.dropped().stream().map(PolicyCheckView::example).toList(),
                check.difference().cells().stream().map(PolicyCheckView::cell).toList(),
                check.difference().tried(),
                check.difference().cutOff(),
                check.difference().unreached());
    }

    private static ExampleResultView example(PolicyExample.Result result) {
        PolicyExample example = result.example();
        return new ExampleResultView(
                example.name(),
                result.passed(),
                new ResultView(example.verdict().wire(), example.strategy().orElse(null), null),
                new ResultView(
                        result.ruling().verdict().wire(),
                        result.ruling().strategy().orElse(null),
                        result.ruling().priority().wire()),
                result.ruling().policyRow().orElse(null),
                result.ruling().reasons());
    }

    private static CellView cell(PolicyGrid.Cell cell) {
        return new CellView(
                cell.type().wire(),
                cell.impact().wire(),
                cell.before().stream().map(ResultView::of).toList(),
                cell.after().stream().map(ResultView::of).toList(),
                cell.reports(),
                cell.different(),
                cell.witness()
                        .map(found ->
                                new WitnessView(
                                        PolicyDetailView.unusual(found.facts()),
                                        ResultView.of(found.before()),
                                        ResultView.of(found.after())))
                        .orElse(null));
    }
}
