package org.metalayer.server.catalog.trust;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/** The metadata as it is served from memory: what polling sticks ask for touches nothing else. */
public final class ServedTrust {

    private final TrustState state;
    private final byte[] timestamp;
    private final String entityTag;
    private final Map<String, byte[]> files;
    private final Map<String, byte[]> targets;

    private ServedTrust(TrustState state, Map<String, byte[]> files, Map<String, byte[]> targets) {
        this.state = state;
        this.timestamp = state.timestamp().raw();
        this.entityTag = '"' + Sha256.of(timestamp).hex() + '"';
        this.files = Map.copyOf(files);
        this.targets = Map.copyOf(targets);
    }

    static ServedTrust of(
            TrustState state, Map<String, byte[]> files, Map<String, byte[]> targets) {
        return new ServedTrust(state, files, targets);
    }

    /** Of the timestamp. */
    long version() {
        return state.timestamp().signed().version();
    }

    Sha256 firstRoot() {
        return state.firstRoot();
    }

    /** Who signs the timestamp, and so says what time it is. */
    Authority timestampAuthority() {
        return state.authority(TrustRole.TIMESTAMP);
    }

    public byte[] timestamp() {
        return timestamp.clone();
    }

    /** A strong validator of the timestamp (RFC 9110 §8.8.3), quotes included. */
    public String entityTag() {
        return entityTag;
    }

    /** One of the present files, such as {@code 7.snapshot.json}. */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** A target that is kept here, with the metadata that lists it. */
    public Optional<ListedTarget> listed(TrustRole role, String path) {
        SignedMetadata<Targets> list = state.list(role);
        return Optional.ofNullable(list.signed().targets().get(path))
                .flatMap(file -> target(RepositoryFiles.target(path, file, true)))
                .map(target -> new ListedTarget(target, list.raw()));
    }

    /** The names of all files but the timestamp. */
    Set<String> fileNames() {
        return files.keySet();
    }

    Set<String> targetNames() {
        return targets.keySet();
    }

    /** One of the targets that are kept here, by its name in the feed. */
    public Optional<byte[]> target(String name) {
        return Optional.ofNullable(targets.get(name)).map(byte[]::clone);
    }
}
