package org.metalayer.agent.session;

import java.time.Duration;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * A bearer token.
 *
 * @param endsAt by {@link System#nanoTime}: the computer's clock may be years off
 */
record Token(String text, long endsAt) {

    /** As RFC 6750 §2.1 has it: it goes into a header, and what no header takes into a message. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{1,4096}=*");

    Token {
        if (!FORM.matcher(text).matches()) {
            throw new MalformedDocumentException("the token is not one that a header takes");
        }
    }

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
