package org.metalayer.protocol.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;

/** An Ed25519 public key (RFC 8032), named by the SHA-256 of its 32 raw bytes. */
public final class VerifyingKey {
    private static final int LENGTH = 32;
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    // The y coordinates of the eight points of small order: with such a key one signature fits many
    // messages.
    private static final Set<BigInteger> SMALL_ORDER_Y =
            Set.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    P.subtract(BigInteger.ONE),
                    new BigInteger(
                            "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16),
                    new BigInteger(
                            "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
                            16));

    private final byte[] raw;
    private final PublicKey key;

    private VerifyingKey(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
    }

    /**
     * Reads a key as RFC 8032 encodes it.
     *
     * @throws MalformedDocumentException when it is not 32 bytes, not canonical, not on the curve,
     *     or of small order
     */
    public static VerifyingKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new MalformedDocumentException(
                    "an Ed25519 public key has 32 bytes, this has " + raw.length);
        }
        byte[] bigEndian = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bigEndian[i] = raw[LENGTH - 1 - i];
        }
        boolean xIsOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7F;
        BigInteger y = new BigInteger(1, bigEndian);
        if (y.compareTo(P) >= 0 || SMALL_ORDER_Y.contains(y)) {
            throw new MalformedDocumentException(
                    "the public key is not canonical or of small order");
        }
        try {
            EdECPublicKeySpec spec =
                    new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(xIsOdd, y));
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(spec);
            Signature.getInstance("Ed25519").initVerify(key);
            return new VerifyingKey(raw.clone(), key);
        } catch (GeneralSecurityException e) {
            throw new MalformedDocumentException("the public key is not a point of Ed25519", e);
        }
    }

    /** Reads a key from standard base64. */
    public static VerifyingKey parse(String base64) {
        try {
            return of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException("a public key must be standard base64", e);
        }
    }

    /**
     * Whether {@code signature} is this key's signature of {@code message}; a malformed signature
     * is simply not one.
     */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (InvalidKeyException e) {
            throw new AssertionError("the key was usable when it was read", e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform since 15 has Ed25519", e);
        }
    }

    /** SHA-256 of the raw key: the {@code keyid} of envelopes. */
    public String keyId() {
        return Sha256.of(raw).hex();
    }

    public byte[] raw() {
        return raw.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "ed25519:" + keyId().substring(0, 16);
    }
}
