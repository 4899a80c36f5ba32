package org.metalayer.server.evaluation.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.policy.Fact;
import org.metalayer.server.evaluation.policy.Facts;
import org.metalayer.server.evaluation.policy.PolicyDetail;
import org.metalayer.server.evaluation.policy.PolicyExample;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.WordOf;

/**
 * A version with all that it says.
 *
 * @param sha256 of what it says now, also of a draft
 * @param needsSecond whether a second operator has to approve it
 */
public record PolicyDetailView(
        PolicyVersionView version,
        String sha256,
        boolean needsSecond,
        List<PolicyView.RowView> rows,
        List<ExampleView> examples) {

    /** An example with those facts that are not as usual. */
    public record ExampleView(
            String name,
            Map<String, Object> facts,
            @WordOf(PolicyExample.Found.class) String finding,
            @WordOf(Verdict.class) String verdict,
            @Nullable Strategy strategy) {

        static ExampleView of(PolicyExample example) {
            return new ExampleView(
                    example.name(),
                    unusual(example.facts()),
                    example.finding().name().toLowerCase(Locale.ROOT),
                    example.verdict().wire(),
                    example.strategy().orElse(null));
        }
    }

    static PolicyDetailView of(PolicyDetail detail) {
        return new PolicyDetailView(
                PolicyVersionView.of(detail.version()),
                detail.sha256().hex(),
                detail.needsSecond(),
                detail.content().rows().stream().map(PolicyView.RowView::of).toList(),
                detail.content().examples().stream().map(ExampleView::of).toList());
    }

    /** The facts that somebody chose; type and score are always worth a look. */
    static Map<String, Object> unusual(Facts facts) {
        return facts.values().entrySet().stream()
                .filter(each ->
                        each.getKey() == Fact.UPGRADE_TYPE
                                || each.getKey() == Fact.SCORE
                                || !each.getValue().equals(each.getKey().usual()))
                .collect(Collectors.toMap(each -> each.getKey().word(), Map.Entry::getValue));
    }
}
