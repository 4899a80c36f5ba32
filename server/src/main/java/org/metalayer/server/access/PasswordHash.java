package org.metalayer.server.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is stored: PBKDF2 with HMAC-SHA256 and the iterations that OWASP asks for.
 *
 * @param text {@code pbkdf2-sha256$<iterations>$<salt>$<key>}, so that old hashes stay readable
 *     when the iterations are raised
 */
record PasswordHash(String text) {

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] key = derive(password, salt, ITERATIONS);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(
                String.join(
                        "$",
                        SCHEME,
                        Integer.toString(ITERATIONS),
                        base64.encodeToString(salt),
                        base64.encodeToString(key)));
    }

    /** Takes about as long whatever the answer is. */
    boolean matches(String password) {
        List<String> parts = List.of(text.split("\\$", -1));
        if (parts.size() != 4 || !parts.getFirst().equals(SCHEME)) {
            throw new IllegalStateException("a stored password hash is not of a known scheme");
        }
        byte[] salt = Base64.getDecoder().decode(parts.get(2));
        byte[] expected = Base64.getDecoder().decode(parts.get(3));
        byte[] actual = derive(password, salt, Integer.parseInt(parts.get(1)));
        return MessageDigest.isEqual(expected, actual);
    }

    /** As NIST SP 800-63B asks: the same characters, however a keyboard composes them. */
    private static byte[] derive(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(
                            new PBEKeySpec(
                                    Normalizer.normalize(password, Normalizer.Form.NFKC)
                                            .toCharArray(),
                                    salt,
                                    iterations,
                                    KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has PBKDF2WithHmacSHA256", e);
        }
    }

    /** Hides the hash from logs. */
    @Override
    public String toString() {
        return SCHEME;
    }
}
