package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Policy;

/** Takes some decisions again, in a transaction of their own. */
@ApplicationScoped
class ReplayBatch {

    private static final Logger LOG = Logger.getLogger(ReplayBatch.class);
    private static final int SIZE = 200;

    @Inject DecisionRepository decisions;
    @Inject Policies policies;
    @Inject ReplayQueries runs;

    /** Goes on after a place in the order of decisions; answers the next one, or -1 at the end. */
    @Transactional
    long replay(LocalDate day, Instant since, long after) {
        List<DecisionEntity> some = decisions.byPolicy(since, after, SIZE);
        Map<Integer, Optional<Policy>> known = new HashMap<>();
        long same = 0;
        long different = 0;
        long notReplayable = 0;
        for (DecisionEntity kept : some) {
            Optional<Policy> policy =
                    known.computeIfAbsent(kept.policyVersion(), version -> policies.find(version));
            switch (Replay.of(kept, policy)) {
                case Replay.Outcome.Same() -> same++;
                case Replay.Outcome.NotReplayable() -> notReplayable++;
                case Replay.Outcome.Different(String reason) -> {
                    different++;
                    LOG.errorf("Decision %s cannot be recomputed: %s", kept.id(), reason);
                    runs.note(day, new ReplayRun.Difference(kept.id(), reason));
                }
            }
        }
        runs.count(day, same, different, notReplayable);
        return some.size() < SIZE ? -1 : some.getLast().sequence();
    }
}
