package org.metalayer.server.evaluation.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Sha256;

/**
 * A version of the policy and what became of it, without what it says.
 *
 * @param revision counts the changes of a draft, from 1
 * @param rows how many it has
 * @param note why it was made, for people
 * @param sha256 of its canonical form; a draft has none yet
 * @param against the version that was in force when it was proposed
 * @param authors everybody who had a hand in it
 */
public record PolicyVersion(
        int version,
        int revision,
        PolicyState state,
        int rows,
        String note,
        Optional<Sha256> sha256,
        Optional<Integer> against,
        List<String> authors,
        Step created,
        Optional<Step> proposed,
        Optional<Step> approved,
        Optional<Step> activated,
        Optional<Instant> supersededAt,
        Optional<Step> discarded) {

    /** Who did something, and when. */
    public record Step(String by, Instant at) {}

    public PolicyVersion {
        authors = List.copyOf(authors);
    }
}
