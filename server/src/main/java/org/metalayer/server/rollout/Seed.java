package org.metalayer.server.rollout;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.metalayer.protocol.Sha256;

/**
 * The secret that a rollout's draw is made with (docs/protocol.md §7): committed to before the
 * start, revealed with it.
 *
 * @param hex 32 bytes
 */
public record Seed(String hex) {

    private static final int LENGTH = 32;
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    public Seed {
        if (HexFormat.of().parseHex(hex).length != LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
    }

    static Seed random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return of(bytes);
    }

    static Seed of(byte[] bytes) {
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** What is published before the start. */
    public Sha256 commitment() {
        return Sha256.of(bytes());
    }

    /** HMAC's inner pad of the seed (RFC 2104), for the database. */
    byte[] innerPad() {
        return pad(INNER);
    }

    /** HMAC's outer pad of the seed. */
    byte[] outerPad() {
        return pad(OUTER);
    }

    private byte[] pad(byte with) {
        byte[] key = bytes();
        byte[] pad = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            pad[i] = (byte) ((i < key.length ? key[i] : 0) ^ with);
        }
        return pad;
    }
}
