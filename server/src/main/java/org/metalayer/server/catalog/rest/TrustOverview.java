package org.metalayer.server.catalog.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.server.catalog.trust.Signing;
import org.metalayer.server.catalog.trust.TrustRole;
import org.metalayer.server.catalog.trust.TrustStatus;
import org.metalayer.server.platform.WordOf;

/**
 * The trust metadata as operators see it.
 *
 * @param rootSha256 of the first root: what sticks pin
 * @param offlineDirectory where the offline keys were written at the first start
 * @param offlineKeysHere the key files that still lie there, and should be moved away
 * @param signings what awaits a person's signature
 */
public record TrustOverview(
        String rootSha256,
        List<TrustRoleView> roles,
        String offlineDirectory,
        List<String> offlineKeysHere,
        List<TrustSigningView> signings) {

    /**
     * One role.
     *
     * @param signer whose signatures it needs
     * @param threshold how many keys have to sign
     * @param signatures how many of its present keys signed what is published
     */
    public record TrustRoleView(
            @WordOf(TrustRole.class) String role,
            long version,
            Instant expiresAt,
            @WordOf(TrustRole.Signer.class) String signer,
            int threshold,
            int signatures,
            List<TrustKeyView> keys) {}

    /**
     * A key that may sign for a role.
     *
     * @param online whether this Main System holds it and signs with it
     */
    public record TrustKeyView(String keyId, boolean online) {}

    /**
     * The next version of a role, which a machine prepared.
     *
     * @param added releases that sticks may install once it is signed
     * @param removed releases that they may install no longer
     */
    public record TrustSigningView(
            @WordOf(TrustRole.class) String role,
            long version,
            Instant preparedAt,
            List<ReleaseName> added,
            List<ReleaseName> removed) {}

    /** A release by its name. */
    public record ReleaseName(String component, long version, String releaseId) {

        static ReleaseName of(TargetFile target) {
            ReleaseTarget release = ReleaseTarget.read(target.custom());
            return new ReleaseName(
                    release.component().value(), release.version(), release.releaseId().toString());
        }
    }

    static TrustOverview of(TrustStatus status, List<Signing> waiting) {
        return new TrustOverview(
                status.firstRoot().hex(),
                status.roles().stream().map(TrustOverview::role).toList(),
                status.offlineDirectory().toString(),
                status.offlineKeysHere(),
                waiting.stream().map(signing -> signing(signing, status)).toList());
    }

    private static TrustRoleView role(TrustStatus.Role role) {
        return new TrustRoleView(
                role.role().wire(),
                role.version(),
                role.expires(),
                role.role().signer().name().toLowerCase(Locale.ROOT),
                role.threshold(),
                role.signatures(),
                role.keys().stream()
                        .map(key -> new TrustKeyView(key.keyId(), key.online()))
                        .toList());
    }

    private static TrustSigningView signing(Signing signing, TrustStatus status) {
        Map<String, TargetFile> next = signing.prepared().signed().targets();
        Map<String, TargetFile> present = status.targets(signing.role());
        return new TrustSigningView(
                signing.role().wire(),
                signing.prepared().signed().version(),
                signing.preparedAt(),
                lacking(next, present),
                lacking(present, next));
    }

    private static List<ReleaseName> lacking(
            Map<String, TargetFile> all, Map<String, TargetFile> known) {
        return all.entrySet().stream()
                .filter(target -> !Objects.equals(known.get(target.getKey()), target.getValue()))
                .map(target -> ReleaseName.of(target.getValue()))
                .toList();
    }
}
