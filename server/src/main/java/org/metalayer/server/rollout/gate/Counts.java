package org.metalayer.server.rollout.gate;

/**
 * What has become of the sticks of a ring. A stick without an outcome is either outstanding or
 * silent once its ring is open, and neither before.
 *
 * @param total sticks in the ring
 * @param verified run the release and stayed healthy
 * @param failed did not install it, or it was not healthy
 * @param rolledBack left the release again
 * @param declined their owner refused
 * @param conflict wait for their owner to choose between two changes
 * @param superseded went on to a higher version
 * @param outstanding seen since the ring opened, no outcome yet
 * @param silent not seen since the ring opened
 */
public record Counts(
        long total,
        long verified,
        long failed,
        long rolledBack,
        long declined,
        long conflict,
        long superseded,
        long outstanding,
        long silent) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Counts {
        long accounted =
                verified
                        + failed
                        + rolledBack
                        + declined
                        + conflict
                        + superseded
                        + outstanding
                        + silent;
        long least =
                Math.min(
                        Math.min(Math.min(verified, failed), Math.min(rolledBack, declined)),
                        Math.min(Math.min(conflict, superseded), Math.min(outstanding, silent)));
        if (least < 0 || accounted > total) {
            throw new IllegalArgumentException(
                    "counts must not be negative or exceed the total of " + total);
        }
    }

    /** Sticks whose fate says something about the release. */
    public long eligible() {
        return total - declined - conflict - superseded;
    }

    /** Sticks that the release did harm to, as far as is known. */
    public long harmed() {
        return failed + rolledBack;
    }

    /** Sticks that answered whether the release works for them. */
    public long known() {
        return verified + harmed();
    }

    public Counts plus(Counts other) {
        return new Counts(
                total + other.total,
                verified + other.verified,
                failed + other.failed,
                rolledBack + other.rolledBack,
                declined + other.declined,
                conflict + other.conflict,
                superseded + other.superseded,
                outstanding + other.outstanding,
                silent + other.silent);
    }
}
