package org.metalayer.server.catalog.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.tuf.client.ReadLimits;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.DelegatedRole;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.server.platform.ProblemException;

/**
 * Whether a client that trusts what is published would accept what is about to be, in the order of
 * the specification's steps (§5.3 to §5.6). What says which releases there are and nobody changed
 * now may have expired, and what people signed may have lost a key that was revoked: a client asks
 * for it only where it wants to install something, so that it holds up nobody else's publication,
 * least of all a halt, which is the director's.
 */
final class ClientCheck {

    private final TrustState before;
    private final TrustState after;
    private final Instant now;

    private ClientCheck(TrustState before, TrustState after, Instant now) {
        this.before = before;
        this.after = after;
        this.now = now;
    }

    static void require(TrustState before, TrustState after, Instant now) {
        ClientCheck check = new ClientCheck(before, after, now);
        check.roots();
        check.timestamp();
        check.snapshot();
        TrustRole.LISTS.forEach(check::list);
        check.delegations();
    }

    /** A role that nobody here signs for would be missing in the snapshot. */
    private void delegations() {
        for (DelegatedRole role : after.list(TrustRole.TARGETS).signed().delegations().roles()) {
            if (TrustRole.find(role.name().value()).isEmpty()) {
                throw refused(
                        "targets delegates to %s, which is no role here".formatted(role.name()));
            }
            if (!role.terminating()) {
                throw refused("the delegation to %s has to be terminating".formatted(role.name()));
            }
        }
    }

    /** §5.3: one after the other, each signed as the one before and as it itself demands. */
    private void roots() {
        List<SignedMetadata<Root>> roots = after.roots();
        for (int i = before.roots().size(); i < roots.size(); i++) {
            SignedMetadata<Root> trusted = roots.get(i - 1);
            SignedMetadata<Root> next = roots.get(i);
            long due = trusted.signed().version() + 1;
            if (next.signed().version() != due) {
                throw refused(
                        "the next root is version %d, not %d"
                                .formatted(due, next.signed().version()));
            }
            readable(RoleName.ROOT, next);
            signed("root", next, trusted.signed().authority(RoleName.ROOT));
            signed("root", next, next.signed().authority(RoleName.ROOT));
            if (!next.signed().consistentSnapshot()) {
                throw refused("root has to keep consistent snapshots");
            }
        }
        // An expired root that nobody replaced is said on the dashboard; sticks stop by themselves.
        if (roots.size() > before.roots().size()) {
            fresh("root", after.root());
        }
    }

    /** §5.4. */
    private void timestamp() {
        readable(RoleName.TIMESTAMP, after.timestamp());
        signed("timestamp", after.timestamp(), after.authority(TrustRole.TIMESTAMP));
        notOlder("timestamp", before.timestamp(), after.timestamp());
        notOlder(
                "snapshot",
                before.timestamp().signed().snapshot().version(),
                after.timestamp().signed().snapshot().version());
        fresh("timestamp", after.timestamp());
    }

    /** §5.5. */
    private void snapshot() {
        readable(RoleName.SNAPSHOT, after.snapshot());
        asNamed("snapshot", after.timestamp().signed().snapshot(), after.snapshot());
        signed("snapshot", after.snapshot(), after.authority(TrustRole.SNAPSHOT));
        before.snapshot()
                .signed()
                .meta()
                .forEach((name, old) -> {
                    long next =
                            Optional.ofNullable(after.snapshot().signed().meta().get(name))
                                    .map(MetaFile::version)
                                    .orElseThrow(() ->
                                            refused(
                                                    "%s has to stay in the snapshot"
                                                            .formatted(name)));
                    notOlder(name, old.version(), next);
                });
        fresh("snapshot", after.snapshot());
    }

    /** §5.6, for every role that lists targets. */
    private void list(TrustRole role) {
        asNamed(
                role.wire(),
                after.snapshot()
                        .signed()
                        .of(role.roleName())
                        .orElseThrow(() -> refused("the snapshot lacks %s".formatted(role.wire()))),
                after.list(role));
        boolean changed = after.list(role) != before.list(role);
        if (changed) {
            readable(role.roleName(), after.list(role));
        }
        if (changed || role == TrustRole.DIRECTOR) {
            signed(role.wire(), after.list(role), after.authority(role));
            fresh(role.wire(), after.list(role));
        } else if (role == TrustRole.TARGETS || wasSignedByMachine(role)) {
            signed(role.wire(), after.list(role), after.authority(role));
        }
    }

    /** Then whoever changes the role's keys has it signed by the new ones. */
    private boolean wasSignedByMachine(TrustRole role) {
        return role.signer() == TrustRole.Signer.MACHINE
                && before.list(role).isSignedBy(before.authority(role));
    }

    /** Within the lengths and numbers up to which clients read anything. */
    private static void readable(RoleName role, SignedMetadata<?> file) {
        ReadLimits.objectionTo(role, file.raw())
                .ifPresent(objection -> {
                    throw refused("sticks could not read %s: %s".formatted(role, objection));
                });
    }

    private static void asNamed(String what, MetaFile named, SignedMetadata<?> file) {
        if (named.version() != file.signed().version()) {
            throw refused("%s has another version than is named".formatted(what));
        }
        named.objectionTo(file.raw())
                .ifPresent(objection -> {
                    throw refused("%s: %s".formatted(what, objection));
                });
    }

    private static void signed(String what, SignedMetadata<?> file, Authority authority) {
        int valid = file.signers(authority).size();
        if (valid < authority.threshold()) {
            throw refused(
                    "%s %d has %d of the %d signatures that it needs"
                            .formatted(
                                    what, file.signed().version(), valid, authority.threshold()));
        }
    }

    private static void notOlder(String what, SignedMetadata<?> old, SignedMetadata<?> next) {
        notOlder(what, old.signed().version(), next.signed().version());
    }

    private static void notOlder(String what, long old, long next) {
        if (next < old) {
            throw refused("%s would go back from version %d to %d".formatted(what, old, next));
        }
    }

    private void fresh(String what, SignedMetadata<? extends Metadata> file) {
        if (file.signed().isExpiredAt(now)) {
            throw refused("%s expired on %s".formatted(what, file.signed().expires()));
        }
    }

    private static ProblemException refused(String why) {
        return TrustProblems.REFUSED.because(why);
    }
}
