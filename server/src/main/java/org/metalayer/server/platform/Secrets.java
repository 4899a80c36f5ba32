package org.metalayer.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.metalayer.protocol.Sha256;

/** Random secrets for others to carry, of which only the digest is kept. */
@ApplicationScoped
public class Secrets {

    private static final int BYTES = 32;

    @Inject SecureRandom random;

    /** A new secret of 256 bits after {@code prefix}, which tells what it is for. */
    public String next(String prefix) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a secret. It has 256 bits, so a fast digest cannot be searched. */
    public static byte[] digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
