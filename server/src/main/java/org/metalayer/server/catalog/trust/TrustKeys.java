package org.metalayer.server.catalog.trust;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;

/**
 * Signs releases and deployment manifests. Made at the first start; from then on a start without
 * exactly these keys is refused, because every enrolled stick has pinned them.
 */
@Startup
@Singleton
public class TrustKeys {

    private final KeyRepository repository;
    private final KeyFiles files;
    private final SecureRandom random;
    private final Map<KeyRole, SigningKey> keys = new EnumMap<>(KeyRole.class);

    @Inject
    TrustKeys(KeyRepository repository, DataDirectory data, SecureRandom random) {
        this.repository = repository;
        this.files = new KeyFiles(data.keys());
        this.random = random;
    }

    @PostConstruct
    void load() {
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, load(role));
        }
    }

    /** Signs the payload of a release. */
    public Envelope signRelease(byte[] payload) {
        return sign(KeyRole.RELEASE, payload);
    }

    /** Signs the payload of a deployment manifest. */
    public Envelope signManifest(byte[] payload) {
        return sign(KeyRole.DIRECTOR, payload);
    }

    /** Of releases. */
    public List<VerifyingKey> releaseKeys() {
        return List.of(key(KeyRole.RELEASE).publicKey());
    }

    /** Of deployment manifests. */
    public List<VerifyingKey> directorKeys() {
        return List.of(key(KeyRole.DIRECTOR).publicKey());
    }

    private Envelope sign(KeyRole role, byte[] payload) {
        PayloadType type = role.signs();
        return Envelope.sign(type, payload, key(role));
    }

    private SigningKey key(KeyRole role) {
        return Optional.ofNullable(keys.get(role)).orElseThrow();
    }

    private SigningKey load(KeyRole role) {
        try {
            Optional<VerifyingKey> known = repository.find(role);
            if (known.isEmpty() && !files.exists(role)) {
                repository.record(role, files.create(role, random).publicKey());
            } else if (known.isEmpty()) {
                repository.record(role, files.read(role).publicKey());
            }
            return known(role);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + files.path(role), e);
        }
    }

    private SigningKey known(KeyRole role) throws IOException {
        if (!files.exists(role)) {
            throw new StartupException(
                    ("%s is missing: put back your copy of it; sticks trust no other key of this"
                                    + " Main System")
                            .formatted(files.path(role)));
        }
        SigningKey key = files.read(role);
        if (!repository.find(role).equals(Optional.of(key.publicKey()))) {
            throw new StartupException(
                    ("%s is not the key that this database was started with: put back the right"
                                    + " one; sticks trust no other")
                            .formatted(files.path(role)));
        }
        return key;
    }
}
