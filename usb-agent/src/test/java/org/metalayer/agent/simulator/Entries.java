package org.metalayer.agent.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.NamedTarget;
import org.metalayer.protocol.trust.ReleaseRole;

/** Rollouts as a deployment manifest names them. */
public final class Entries {

    private static final byte[] SEED = new byte[32];

    private Entries() {}

    /** Running, for every stick, verified at once. */
    public static DeploymentEntry toEveryone(ReleaseDocument release, byte[] document) {
        return new DeploymentEntry(
                UUID.randomUUID(),
                EntryState.RUNNING,
                release.component(),
                release.version(),
                release.releaseId(),
                Sha256.of(document),
                Optional.of(target(release, document)),
                release.contributor().moduleName(),
                release.type(),
                Strategy.IMMEDIATE,
                "normal",
                List.copyOf(release.files().files().keySet()),
                release.features(),
                Sha256.of(SEED),
                Optional.of(HexFormat.of().formatHex(SEED)),
                Optional.of(Draw.EVERYONE),
                List.of(),
                Duration.ZERO);
    }

    private static NamedTarget target(ReleaseDocument release, byte[] document) {
        return new NamedTarget(
                ReleaseRole.of(release.component(), release.files())
                        .targetPath(release.component(), release.releaseId()),
                document.length,
                List.of(),
                1,
                Optional.empty());
    }

    public static DeploymentEntry as(DeploymentEntry entry, EntryState state) {
        return change(entry, state, entry.strategy(), entry.bound(), entry.verifyFor());
    }

    public static DeploymentEntry by(DeploymentEntry entry, Strategy strategy) {
        return change(entry, entry.state(), strategy, entry.bound(), entry.verifyFor());
    }

    public static DeploymentEntry upTo(DeploymentEntry entry, Draw bound) {
        return change(
                entry, entry.state(), entry.strategy(), Optional.of(bound), entry.verifyFor());
    }

    public static DeploymentEntry verifiedAfter(DeploymentEntry entry, Duration time) {
        return change(entry, entry.state(), entry.strategy(), entry.bound(), time);
    }

    public static DeploymentEntry withFloor(DeploymentEntry entry, long floor) {
        NamedTarget old = entry.target().orElseThrow();
        return aimed(
                entry,
                new NamedTarget(
                        old.path(), old.length(), old.hardwareClasses(), floor, old.notBefore()));
    }

    public static DeploymentEntry forOthers(DeploymentEntry entry) {
        NamedTarget old = entry.target().orElseThrow();
        return aimed(
                entry,
                new NamedTarget(
                        old.path(),
                        old.length(),
                        List.of("metalayer-abacus"),
                        old.floor(),
                        old.notBefore()));
    }

    public static DeploymentEntry ofLength(DeploymentEntry entry, long length) {
        NamedTarget old = entry.target().orElseThrow();
        return aimed(
                entry,
                new NamedTarget(
                        old.path(), length, old.hardwareClasses(), old.floor(), old.notBefore()));
    }

    public static DeploymentEntry notBefore(DeploymentEntry entry, Instant start) {
        NamedTarget old = entry.target().orElseThrow();
        return aimed(
                entry,
                new NamedTarget(
                        old.path(),
                        old.length(),
                        old.hardwareClasses(),
                        old.floor(),
                        Optional.of(start)));
    }

    /** The same release, looked for at another target path. */
    public static DeploymentEntry at(DeploymentEntry entry, String path) {
        NamedTarget old = entry.target().orElseThrow();
        return aimed(
                entry,
                new NamedTarget(
                        path, old.length(), old.hardwareClasses(), old.floor(), old.notBefore()));
    }

    private static DeploymentEntry aimed(DeploymentEntry entry, NamedTarget target) {
        return change(
                entry,
                Optional.of(target),
                entry.state(),
                entry.strategy(),
                entry.bound(),
                entry.verifyFor());
    }

    private static DeploymentEntry change(
            DeploymentEntry entry,
            EntryState state,
            Strategy strategy,
            Optional<Draw> bound,
            Duration verifyFor) {
        return change(entry, entry.target(), state, strategy, bound, verifyFor);
    }

    private static DeploymentEntry change(
            DeploymentEntry entry,
            Optional<NamedTarget> target,
            EntryState state,
            Strategy strategy,
            Optional<Draw> bound,
            Duration verifyFor) {
        return new DeploymentEntry(
                entry.rolloutId(),
                state,
                entry.component(),
                entry.version(),
                entry.releaseId(),
                entry.releaseSha256(),
                target,
                entry.moduleName(),
                entry.upgradeType(),
                strategy,
                entry.priority(),
                entry.files(),
                entry.features(),
                entry.seedSha256(),
                entry.seed(),
                bound,
                entry.named(),
                verifyFor);
    }
}
