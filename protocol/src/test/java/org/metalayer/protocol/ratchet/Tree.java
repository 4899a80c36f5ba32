package org.metalayer.protocol.ratchet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What really happened: every state that any copy was ever given, and from which it came. It
 * forgets nothing, unlike the Main System, and knows without arithmetic what each renewal is.
 */
final class Tree {

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, RequestId> requests = new HashMap<>();
    private String head = "";
    private Doubt doubt = Doubt.NONE;
    private Instant movedAt = Instant.EPOCH;

    /** What a renewal has to be found to be; takes the step that belongs to it. */
    Class<? extends Verdict> expect(World.Judged judged, Instant now) {
        RenewalClaim claim = judged.claim();
        Class<? extends Verdict> expected = what(claim);
        boolean accuses =
                expected == Verdict.Cloned.class
                        || expected == Verdict.Restored.class
                        || expected == Verdict.Confirmed.class;
        if (accuses && judged.challengedAt().isBefore(movedAt)) {
            return Verdict.Late.class;
        }
        if (expected == Verdict.Renewed.class || expected == Verdict.Confirmed.class) {
            grow(claim, judged, now);
        } else if (expected == Verdict.Cloned.class) {
            doubt = Doubt.CLONED;
        } else if (expected == Verdict.Restored.class && doubt == Doubt.NONE) {
            doubt = Doubt.RESTORED;
            movedAt = now;
        }
        return expected;
    }

    private Class<? extends Verdict> what(RenewalClaim claim) {
        String node = claim.nonce();
        boolean isHead = node.equals(head);
        boolean isRetry =
                node.equals(parents.get(head)) && claim.requestId().equals(requests.get(head));
        if (doubt == Doubt.CLONED) {
            return Verdict.Frozen.class;
        }
        if (isHead || isRetry) {
            return doubt == Doubt.RESTORED
                    ? Verdict.Cloned.class
                    : isHead ? Verdict.Renewed.class : Verdict.Repeated.class;
        }
        // Two requests that differ at one state, or a state that the stick was led away from.
        if (node.equals(parents.get(head)) || !isAncestor(node)) {
            return Verdict.Cloned.class;
        }
        return claim.confirmsRestore() ? Verdict.Confirmed.class : Verdict.Restored.class;
    }

    private void grow(RenewalClaim claim, World.Judged judged, Instant now) {
        RatchetState next =
                switch (judged.verdict()) {
                    case Verdict.Renewed(var state) -> state;
                    case Verdict.Confirmed(var state) -> state;
                    default -> throw new AssertionError("no step was taken: " + judged);
                };
        parents.put(next.nonce(), claim.nonce());
        requests.put(next.nonce(), claim.requestId());
        head = next.nonce();
        doubt = Doubt.NONE;
        movedAt = now;
    }

    private boolean isAncestor(String node) {
        String at = head;
        while (!at.isEmpty()) {
            at = Objects.requireNonNull(parents.get(at));
            if (at.equals(node)) {
                return true;
            }
        }
        return false;
    }
}
