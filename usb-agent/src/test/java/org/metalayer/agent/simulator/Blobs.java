package org.metalayer.agent.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.metalayer.protocol.Sha256;

/** Bytes by digest. */
public final class Blobs {

    private final Map<Sha256, byte[]> blobs = new ConcurrentHashMap<>();

    public Sha256 put(byte[] bytes) {
        Sha256 digest = Sha256.of(bytes);
        blobs.put(digest, bytes);
        return digest;
    }

    /** Stores bytes under a name that may be wrong. */
    public void put(Sha256 name, byte[] bytes) {
        blobs.put(name, bytes);
    }

    public Optional<byte[]> get(Sha256 digest) {
        return Optional.ofNullable(blobs.get(digest));
    }

    boolean has(Sha256 digest) {
        return blobs.containsKey(digest);
    }
}
