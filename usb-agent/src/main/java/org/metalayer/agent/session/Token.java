package org.metalayer.agent.session;

import java.time.Duration;

/**
 * A bearer token.
 *
 * @param endsAt by {@link System#nanoTime}: the computer's clock may be years off
 */
record Token(String text, long endsAt) {

    static Token of(String text, Duration life, long now) {
        return new Token(text, now + Math.max(life.toNanos(), 0));
    }

    boolean isOver(long now) {
        return now - endsAt >= 0;
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Token[…]";
    }
}
