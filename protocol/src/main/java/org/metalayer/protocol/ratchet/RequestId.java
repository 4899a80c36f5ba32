package org.metalayer.protocol.ratchet;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;

/**
 * Names one renewal, however often it has to be asked for. A stick writes it down before it sends
 * it, so that a copy of the stick, which draws its own, is told from a retry.
 *
 * @param hex 128 random bits
 */
public record RequestId(String hex) {
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public RequestId {
        if (!FORM.matcher(hex).matches()) {
            throw new MalformedDocumentException("request_id must be 32 lower-case hex digits");
        }
    }

    public static RequestId fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RequestId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
