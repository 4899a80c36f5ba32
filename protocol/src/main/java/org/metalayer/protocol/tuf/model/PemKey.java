package org.metalayer.protocol.tuf.model;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;

/** Public keys in PEM (RFC 7468 §13), as {@code rsa} and {@code ecdsa} keys are written. */
final class PemKey {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,4000})-----END PUBLIC"
                            + " KEY-----\\s*");

    private PemKey() {}

    static PublicHalf rsa(String pem) {
        PublicKey key = parse("RSA", pem);
        int bits = ((RSAPublicKey) key).getModulus().bitLength();
        if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
            throw new MalformedDocumentException(
                    "an RSA key has %d to %d bits, this has %d"
                            .formatted(MIN_RSA_BITS, MAX_RSA_BITS, bits));
        }
        return new PublicHalf.RsaPss(key);
    }

    static PublicHalf ecdsaP256(String pem) {
        PublicKey key = parse("EC", pem);
        ECParameterSpec curve = ((ECPublicKey) key).getParams();
        ECParameterSpec p256 = p256();
        if (!curve.getCurve().equals(p256.getCurve())
                || !curve.getGenerator().equals(p256.getGenerator())) {
            throw new MalformedDocumentException("an ecdsa key must be on the curve P-256");
        }
        return new PublicHalf.EcdsaP256(key);
    }

    private static PublicKey parse(String algorithm, String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw new MalformedDocumentException("a public key is not in PEM");
        }
        try {
            byte[] spki = Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", ""));
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new MalformedDocumentException(
                    "a public key is not a valid key of type " + algorithm, e);
        }
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has P-256", e);
        }
    }
}
