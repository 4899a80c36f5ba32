package org.metalayer.server.catalog.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * The repository as its keepers see it.
 *
 * @param firstRoot what new sticks pin
 * @param offlineDirectory where the offline keys were written
 * @param offlineKeysHere the files of offline keys that still lie on this machine
 * @param documents every file that is published, the roots first
 * @param targets what each role lists, by target path
 */
public record TrustStatus(
        Sha256 firstRoot,
        List<Role> roles,
        Path offlineDirectory,
        List<String> offlineKeysHere,
        List<TrustDocument> documents,
        Map<TrustRole, Map<String, TargetFile>> targets) {

    public TrustStatus {
        targets = Map.copyOf(targets);
    }

    /** What a role lists. */
    public Map<String, TargetFile> targets(TrustRole role) {
        return Optional.ofNullable(targets.get(role)).orElseThrow();
    }

    /**
     * One role.
     *
     * @param signatures of the present version that are valid
     */
    public record Role(
            TrustRole role,
            long version,
            Instant expires,
            int threshold,
            int signatures,
            List<Key> keys) {}

    /**
     * A key that may sign for a role.
     *
     * @param online whether this Main System holds it and signs with it
     */
    public record Key(String keyId, boolean online) {}

    static TrustStatus of(TrustState state, OnlineKeys online, OfflineKeys offline) {
        return new TrustStatus(
                state.firstRoot(),
                Arrays.stream(TrustRole.values()).map(role -> role(role, state, online)).toList(),
                offline.directory(),
                offline.here(),
                documents(state),
                state.lists().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        list -> list.getValue().signed().targets())));
    }

    private static Role role(TrustRole role, TrustState state, OnlineKeys online) {
        SignedMetadata<? extends Metadata> current = state.of(role);
        Authority authority = state.authority(role);
        Set<String> here =
                online.of(authority).stream()
                        .map(key -> TufKey.of(key.publicKey()).keyId())
                        .collect(Collectors.toSet());
        return new Role(
                role,
                current.signed().version(),
                current.signed().expires(),
                authority.threshold(),
                current.signers(authority).size(),
                authority.keys().stream()
                        .map(key -> new Key(key.keyId(), here.contains(key.keyId())))
                        .toList());
    }

    private static List<TrustDocument> documents(TrustState state) {
        return Arrays.stream(TrustRole.values())
                .flatMap(role ->
                        role == TrustRole.ROOT
                                ? state.roots().stream().map(root -> document(role, root))
                                : Stream.of(document(role, state.of(role))))
                .toList();
    }

    private static TrustDocument document(TrustRole role, SignedMetadata<?> metadata) {
        return new TrustDocument(role.wire(), metadata.raw());
    }
}
