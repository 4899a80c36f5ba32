package org.metalayer.server.rollout.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Texts;

/**
 * Decides from counts alone whether a ring may give way. It fails closed: harm halts, and whatever
 * is unknown holds, because no data is never health.
 */
public record RingGate(RingLimits limits) {

    /**
     * From so many outcomes on their ratio is taken to speak for the whole ring. Below, only as
     * many failures halt as exceed the limit whatever the other sticks will say.
     */
    static final int TELLING = 10;

    /** What may happen to the ring, and why. */
    public Verdict judge(RingProgress progress) {
        Optional<Verdict> harm = brake(progress);
        if (harm.isPresent()) {
            return harm.get();
        }
        List<String> missing = missing(progress);
        return missing.isEmpty()
                ? new Verdict.Advance(health(progress))
                : new Verdict.Hold(String.join("; ", missing));
    }

    /**
     * Only the harm: for a rollout that is complete and still watched. A ring is judged alone, so
     * that many healthy sticks before cannot hide it, and together with those before, so that late
     * failures count.
     */
    public Optional<Verdict> brake(RingProgress progress) {
        return harm(progress.ring()).or(() -> harm(progress.before().plus(progress.ring())));
    }

    private Optional<Verdict> harm(Counts counts) {
        boolean certain = exceeds(counts.harmed(), counts.eligible());
        boolean likely = counts.known() >= TELLING && exceeds(counts.harmed(), counts.known());
        if (!certain && !likely) {
            return Optional.empty();
        }
        return Optional.of(
                new Verdict.Halt(
                        "%d of %s failed; at most %s may"
                                .formatted(
                                        counts.harmed(),
                                        certain
                                                ? sticks(counts.eligible())
                                                : sticks(counts.known()) + " that answered",
                                        percent(limits.maxFailureRatio()))));
    }

    private List<String> missing(RingProgress progress) {
        Counts ring = progress.ring();
        List<String> missing = new ArrayList<>();
        if (ring.eligible() == 0) {
            if (progress.before().verified() == 0) {
                missing.add(nobody(ring));
            }
        } else {
            evidence(ring, missing);
        }
        if (progress.exposed().compareTo(limits.soak()) < 0) {
            missing.add(
                    "watched for %s of %s"
                            .formatted(text(progress.exposed()), text(limits.soak())));
        }
        if (progress.untilNext().isPositive()) {
            missing.add(
                    "the next ring opens in %s at the earliest"
                            .formatted(text(progress.untilNext())));
        }
        return missing;
    }

    private void evidence(Counts ring, List<String> missing) {
        long needed = Math.max(1, (long) Math.ceil(limits.minVerifiedRatio() * ring.eligible()));
        if (ring.verified() < needed) {
            missing.add("%d of %d needed sticks have verified".formatted(ring.verified(), needed));
        }
        if (exceeds(ring.harmed(), ring.known())) {
            missing.add(
                    "%d of %s that answered failed, at most %s may; more answers are needed"
                            .formatted(
                                    ring.harmed(),
                                    sticks(ring.known()),
                                    percent(limits.maxFailureRatio())));
        }
        if (ring.outstanding() > limits.maxOutstandingRatio() * ring.eligible()) {
            missing.add(
                    "%s seen since the ring opened, without an outcome yet"
                            .formatted(sticks(ring.outstanding())));
        }
        if (ring.silent() > limits.maxSilentRatio() * ring.eligible()) {
            missing.add(
                    "%s not seen since the ring opened, at most %s of the ring may be silent"
                            .formatted(sticks(ring.silent()), percent(limits.maxSilentRatio())));
        }
    }

    private boolean exceeds(long harmed, long sample) {
        return harmed > limits.maxFailureRatio() * sample;
    }

    private static String nobody(Counts ring) {
        return ring.total() == 0
                ? "no stick is in this ring and none has verified the release: nothing is known"
                : "no stick of this ring took the release: nothing is known";
    }

    private static String health(RingProgress progress) {
        Counts ring = progress.ring();
        return ring.eligible() == 0
                ? "no further stick in this ring; %s before it verified"
                        .formatted(sticks(progress.before().verified()))
                : "%d of %s verified, %d failed"
                        .formatted(ring.verified(), sticks(ring.eligible()), ring.harmed());
    }

    private static String sticks(long count) {
        return Texts.count(count, "stick");
    }

    private static String percent(double ratio) {
        return BigDecimal.valueOf(ratio).movePointRight(2).stripTrailingZeros().toPlainString()
                + " %";
    }

    private static String text(Duration duration) {
        long minutes = duration.plusSeconds(59).toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48
                ? "%d h %d min".formatted(hours, minutes % 60)
                : "%d d %d h".formatted(hours / 24, hours % 24);
    }
}
