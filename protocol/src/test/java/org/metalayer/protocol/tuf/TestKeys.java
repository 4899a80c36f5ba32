package org.metalayer.protocol.tuf;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.model.TufKey;

/** Keys made from names, so that every run signs the same. */
@NullMarked
public final class TestKeys {
    private TestKeys() {}

    public static SigningKey key(String name) {
        return SigningKey.ofSeed(Sha256.of(name.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    public static TufKey publicHalf(String name) {
        return TufKey.of(key(name).publicKey());
    }
}
