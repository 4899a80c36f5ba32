package org.metalayer.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A stick's place in a rollout (docs/protocol.md §7): the first 16 hex digits of HMAC-SHA256(seed,
 * stick id). Anyone who knows the revealed seed can recompute it, so that a ring can be seen to
 * have been drawn, not picked.
 */
public record Draw(String hex) implements Comparable<Draw> {
    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{16}");

    /** The bound that every stick is below. */
    public static final Draw EVERYONE = new Draw("ffffffffffffffff");

    public Draw {
        Texts.matching("draw", hex, PATTERN);
    }

    /**
     * Draws a stick.
     *
     * @param seed 32 bytes, revealed when the rollout starts
     */
    public static Draw of(byte[] seed, UUID stickId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            byte[] drawn = mac.doFinal(stickId.toString().getBytes(StandardCharsets.US_ASCII));
            return new Draw(HexFormat.of().formatHex(drawn, 0, 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the seed cannot be used as an HMAC key", e);
        }
    }

    /** Whether a stick with this draw is inside a ring that reaches to {@code bound}. */
    public boolean within(Draw bound) {
        return compareTo(bound) <= 0;
    }

    @Override
    public int compareTo(Draw other) {
        return hex.compareTo(other.hex);
    }
}
