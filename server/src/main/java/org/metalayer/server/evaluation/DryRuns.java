package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.server.evaluation.policy.Facts;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.policy.Policy;
import org.metalayer.server.evaluation.policy.Ruling;

/** Rules again on what the policy decided, by another policy. Changes nothing. */
@ApplicationScoped
public class DryRuns {

    @Inject DecisionRepository decisions;
    @Inject InstantSource clock;

    /**
     * Looks at the newest {@code most} decisions of the last {@code back}.
     *
     * <p>What people decided is left out: no policy would have decided it.
     */
    @Transactional
    public DryRun of(Policy policy, Duration back, int most) {
        List<DecisionRecord> past = decisions.byPolicy(clock.instant().minus(back), most);
        int notReplayable = 0;
        List<DryRun.Difference> differences = new ArrayList<>();
        for (DecisionRecord decision : past) {
            Optional<Facts> facts = decision.examination().facts();
            if (facts.isEmpty()) {
                notReplayable++;
                continue;
            }
            Ruling wouldBe = Judge.rule(facts.get(), decision.examination().stages(), policy);
            if (!sameEnd(decision.ruling(), wouldBe)) {
                differences.add(new DryRun.Difference(decision, wouldBe));
            }
        }
        return new DryRun(
                past.size(),
                notReplayable,
                differences.size(),
                differences.subList(0, Math.min(DryRun.SHOWN, differences.size())));
    }

    private static boolean sameEnd(Ruling was, Ruling wouldBe) {
        return was.verdict() == wouldBe.verdict()
                && was.strategy().equals(wouldBe.strategy())
                && was.priority() == wouldBe.priority();
    }
}
