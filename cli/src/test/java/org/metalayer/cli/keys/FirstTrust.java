package org.metalayer.cli.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.protocol.tuf.repository.MetadataWriter;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

/**
 * The trust metadata of a Main System after its first start, and a release that awaits a person.
 */
final class FirstTrust {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant YEAR = CommandLineRun.NOW.plus(Duration.ofDays(300));

    final KeyFile.Plain root = KeyFile.create("root", RANDOM);
    final KeyFile.Plain targets = KeyFile.create("targets", RANDOM);
    final KeyFile.Plain release = KeyFile.create("release", RANDOM);
    final SigningKey online = SigningKey.generate(RANDOM);
    private final MetadataWriter writer = new MetadataWriter(CommandLineRun.NOW);

    /** As {@code GET /trust/signing-file} answers. */
    String signingFile() {
        List<TrustFile> current = new ArrayList<>();
        current.add(
                new TrustFile(
                        "root",
                        writer.root(
                                        Optional.empty(),
                                        YEAR,
                                        Map.of(
                                                RoleName.ROOT, one(root.key()),
                                                RoleName.TARGETS, one(targets.key()),
                                                RoleName.SNAPSHOT, one(online),
                                                RoleName.TIMESTAMP, one(online)))
                                .signedWith(root.key())));
        current.add(
                new TrustFile("targets", list(Map.of(), delegations()).signedWith(targets.key())));
        current.add(
                new TrustFile(
                        "code",
                        list(Map.of(), Delegations.NONE)
                                .signedWith(online)
                                .signedWith(release.key())));
        SignedMetadata<Targets> waiting =
                writer.targets(
                                Optional.of(list(Map.of(), Delegations.NONE)),
                                YEAR,
                                Map.of(ReleaseRole.CODE.targetPath(player(), id()), target()),
                                Delegations.NONE)
                        .signedWith(online);
        SigningFile file =
                new SigningFile(
                        List.of(new TrustFile("code", waiting)), new PublishedTrust(current));
        return new String(Json.write(file.json()), StandardCharsets.UTF_8);
    }

    private static ComponentName player() {
        return new ComponentName("music-player");
    }

    private static UUID id() {
        return UUID.fromString(Documents.RELEASE_ID);
    }

    private static TargetFile target() {
        return TargetFile.of(
                new byte[] {1}, new ReleaseTarget(id(), player(), 4, List.of()).write());
    }

    private SignedMetadata<Targets> list(Map<String, TargetFile> targets, Delegations delegations) {
        return writer.targets(Optional.empty(), YEAR, new HashMap<>(targets), delegations);
    }

    private Delegations delegations() {
        List<RoleDefinition.Delegation> all = new ArrayList<>();
        all.add(
                one(online)
                        .delegation(Director.ROLE.value(), List.of(Director.PATH_PATTERN), true));
        for (ReleaseRole role : ReleaseRole.values()) {
            RoleDefinition signers =
                    role.needsPerson()
                            ? new RoleDefinition(2, List.of(key(online), key(release.key())))
                            : one(online);
            all.add(signers.delegation(role.wire(), List.of(role.pathPattern()), true));
        }
        return RoleDefinition.delegations(all);
    }

    private static RoleDefinition one(SigningKey key) {
        return new RoleDefinition(1, List.of(key(key)));
    }

    static TufKey key(SigningKey key) {
        return TufKey.of(key.publicKey());
    }
}
