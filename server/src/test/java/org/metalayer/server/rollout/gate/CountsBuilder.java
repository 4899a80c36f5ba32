package org.metalayer.server.rollout.gate;

/** A ring's counts in the making. */
final class CountsBuilder {

    private final long total;
    private long verified;
    private long failed;
    private long rolledBack;
    private long declined;
    private long outstanding;
    private long silent;

    CountsBuilder(long total) {
        this.total = total;
    }

    CountsBuilder verified(long count) {
        verified = count;
        return this;
    }

    CountsBuilder failed(long count) {
        failed = count;
        return this;
    }

    CountsBuilder rolledBack(long count) {
        rolledBack = count;
        return this;
    }

    CountsBuilder declined(long count) {
        declined = count;
        return this;
    }

    CountsBuilder outstanding(long count) {
        outstanding = count;
        return this;
    }

    CountsBuilder silent(long count) {
        silent = count;
        return this;
    }

    Counts counts() {
        return new Counts(
                total, verified, failed, rolledBack, declined, 0, 0, outstanding, silent);
    }
}
