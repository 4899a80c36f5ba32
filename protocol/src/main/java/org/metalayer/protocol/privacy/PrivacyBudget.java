package org.metalayer.protocol.privacy;

import java.math.BigDecimal;

/**
 * How much may be said of one stick in one period, in all: the ε of what is released about the same
 * stick add up. The next period begins with {@link #of}.
 *
 * @param allowed sum of ε; may be 0
 * @param spent sum of ε; above {@code allowed} where less is allowed than before
 */
public record PrivacyBudget(BigDecimal allowed, BigDecimal spent) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /**
     * @throws IllegalArgumentException when one is below 0, absurd, or finer than {@link Epsilon}
     */
    public PrivacyBudget {
        allowed = checked("allowed", allowed);
        spent = checked("spent", spent);
    }

    /** What became of an attempt to spend. */
    public sealed interface Outcome {}

    /**
     * It is paid. Keep it before anything is drawn: what is lost afterwards is spent nevertheless.
     *
     * @param budget after it
     */
    public record Spent(PrivacyBudget budget) implements Outcome {}

    /**
     * There is not enough left: nothing may be released, and nothing was spent.
     *
     * @param reason in words, for whoever asked
     */
    public record Exhausted(String reason) implements Outcome {}

    /** Of which nothing is spent. */
    public static PrivacyBudget of(BigDecimal allowed) {
        return new PrivacyBudget(allowed, BigDecimal.ZERO);
    }

    /** Takes it all, or nothing. */
    public Outcome spend(Epsilon epsilon) {
        return epsilon.value().compareTo(left()) <= 0
                ? new Spent(new PrivacyBudget(allowed, spent.add(epsilon.value())))
                : new Exhausted(
                        "epsilon %s is more than the %s that is left of %s in this period"
                                .formatted(epsilon, left(), allowed));
    }

    /** At least 0. */
    public BigDecimal left() {
        return allowed.subtract(spent).max(BigDecimal.ZERO);
    }

    private static BigDecimal checked(String what, BigDecimal sum) {
        if (sum.signum() < 0
                || sum.compareTo(MOST) > 0
                || sum.stripTrailingZeros().scale() > Epsilon.DIGITS) {
            throw new IllegalArgumentException(
                    "%s must be from 0 to %s with at most %s digits after the point, was %s"
                            .formatted(what, MOST, Epsilon.DIGITS, sum));
        }
        return Epsilon.plain(sum);
    }
}
