package org.metalayer.protocol.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;

/** An Ed25519 private key with its public half. Never printed. */
public final class SigningKey {
    private static final int SEED_LENGTH = 32;

    private final byte[] seed;

    // Each is derived when it is first needed: half a program that holds a key never uses it.
    private volatile @Nullable PrivateKey key;
    private volatile @Nullable VerifyingKey publicKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
    }

    /** Makes a new key. */
    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return ofSeed(seed);
    }

    /** Restores a key from its 32-byte seed (RFC 8032 §5.1.5). */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new MalformedDocumentException(
                    "an Ed25519 seed has 32 bytes, this has " + seed.length);
        }
        return new SigningKey(seed.clone());
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("signing with an own key cannot fail", e);
        }
    }

    public VerifyingKey publicKey() {
        VerifyingKey known = publicKey;
        if (known == null) {
            known = derivePublic(seed);
            publicKey = known;
        }
        return known;
    }

    /** The secret seed, for the key's own file only. */
    public byte[] seed() {
        return seed.clone();
    }

    /** Names the public half only. */
    @Override
    public String toString() {
        return "secret half of " + publicKey();
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        PrivateKey known = key;
        if (known == null) {
            known =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            key = known;
        }
        return known;
    }

    // The JDK derives a public key only while generating a pair, so it is handed the seed as its
    // randomness.
    private static VerifyingKey derivePublic(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            var pair = generator.generateKeyPair();
            byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(used, seed)) {
                throw new AssertionError(
                        "the JDK no longer takes an Ed25519 seed straight from its randomness");
            }
            byte[] spki = pair.getPublic().getEncoded();
            return VerifyingKey.of(
                    Arrays.copyOfRange(spki, spki.length - SEED_LENGTH, spki.length));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform since 15 has Ed25519", e);
        }
    }

    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
