package org.metalayer.server.testing;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.platform.TrustAnchors;

/** Keys of nobody, where the row that keeps the real ones is absent. */
@DefaultBean
@ApplicationScoped
public class TestTrustAnchors implements TrustAnchors {

    private final VerifyingKey key = SigningKey.generate(new SecureRandom()).publicKey();

    @Override
    public List<VerifyingKey> releaseKeys() {
        return List.of(key);
    }

    @Override
    public List<VerifyingKey> directorKeys() {
        return List.of(key);
    }
}
