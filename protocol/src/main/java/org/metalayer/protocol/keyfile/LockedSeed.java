package org.metalayer.protocol.keyfile;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * A seed under a passphrase: AES-256-GCM (NIST SP 800-38D) with a key of PBKDF2-HMAC-SHA256 (RFC
 * 8018 §5.2). The public key is bound to it as additional data, so that no other can be put beside
 * it.
 *
 * @param iterations of PBKDF2; what a file may ask for is bounded, as it costs the reader time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LockedSeed(int iterations, byte[] salt, byte[] nonce, byte[] sealed) {

    /** OWASP's figure for PBKDF2-HMAC-SHA256. */
    private static final int ITERATIONS = 600_000;

    private static final int MIN_ITERATIONS = 100_000;
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED = 32 + TAG_BITS / 8;
    private static final String KDF = "PBKDF2-HMAC-SHA256";
    private static final String CIPHER = "AES-256-GCM";

    LockedSeed {
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
            throw new MalformedDocumentException(
                    "a key file is locked by %d to %d iterations"
                            .formatted(MIN_ITERATIONS, MAX_ITERATIONS));
        }
        if (salt.length != SALT || nonce.length != NONCE || sealed.length != SEALED) {
            throw new MalformedDocumentException("the locked seed of the key file is damaged");
        }
    }

    static LockedSeed lock(byte[] seed, char[] passphrase, byte[] bound, SecureRandom random) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, ITERATIONS, salt, nonce);
            cipher.updateAAD(bound);
            return new LockedSeed(ITERATIONS, salt, nonce, cipher.doFinal(seed));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has AES-GCM and PBKDF2", e);
        }
    }

    byte[] unlock(char[] passphrase, byte[] bound) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, iterations, salt, nonce);
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new WrongPassphraseException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has AES-GCM and PBKDF2", e);
        }
    }

    static LockedSeed read(JsonObject json) {
        if (!json.string("kdf").equals(KDF) || !json.string("cipher").equals(CIPHER)) {
            throw new MalformedDocumentException(
                    "a key file is locked by %s and %s".formatted(KDF, CIPHER));
        }
        return new LockedSeed(
                Math.clamp(json.integer("iterations"), 0, Integer.MAX_VALUE),
                json.base64("salt"),
                json.base64("nonce"),
                json.base64("sealed"));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("kdf", KDF)
                .put("iterations", iterations)
                .put("salt", salt)
                .put("cipher", CIPHER)
                .put("nonce", nonce)
                .put("sealed", sealed)
                .build();
    }

    private static Cipher cipher(
            int mode, char[] passphrase, int iterations, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        byte[] key =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        Arrays.fill(key, (byte) 0);
        return cipher;
    }
}
