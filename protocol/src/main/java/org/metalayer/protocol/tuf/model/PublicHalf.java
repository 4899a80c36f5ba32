package org.metalayer.protocol.tuf.model;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * The public part of a key and its scheme (specification §4.2). Equal exactly when the same private
 * key signs.
 */
public sealed interface PublicHalf {
    /** Whether the signature is this key's; a malformed one is simply not. */
    boolean verifies(byte[] message, byte[] signature);

    /** {@code ed25519}. */
    record Ed25519(VerifyingKey key) implements PublicHalf {
        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return key.verifies(message, signature);
        }
    }

    /** {@code ecdsa-sha2-nistp256}. */
    record EcdsaP256(PublicKey key) implements PublicHalf {
        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return verify("SHA256withECDSA", Optional.empty(), key, message, signature);
        }
    }

    /** {@code rsassa-pss-sha256}, with a salt as long as the digest. */
    record RsaPss(PublicKey key) implements PublicHalf {
        private static final PSSParameterSpec SHA256 =
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return verify("RSASSA-PSS", Optional.of(SHA256), key, message, signature);
        }
    }

    /** A kind of key that this version does not know: it counts for nobody. */
    record Unknown(String keyType, String scheme, String text) implements PublicHalf {
        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return false;
        }
    }

    private static boolean verify(
            String algorithm,
            Optional<? extends AlgorithmParameterSpec> parameters,
            PublicKey key,
            byte[] message,
            byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            if (parameters.isPresent()) {
                verifier.setParameter(parameters.get());
            }
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
