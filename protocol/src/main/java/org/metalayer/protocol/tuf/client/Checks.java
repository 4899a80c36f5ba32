package org.metalayer.protocol.tuf.client;

import java.time.Instant;
import java.util.function.Supplier;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;

/** The checks that several steps of the workflow share; each throws with the reason. */
final class Checks {
    private Checks() {}

    static <T> T read(RoleName role, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (MalformedDocumentException e) {
            throw new RefusedMetadataException(
                    Refusal.MALFORMED,
                    "the metadata of %s is malformed: %s".formatted(role, e.getMessage()),
                    e);
        }
    }

    /** Arbitrary software attack. */
    static void signed(SignedMetadata<?> metadata, Authority authority) {
        int valid = read(authority.role(), () -> metadata.signers(authority).size());
        if (valid < authority.threshold()) {
            throw new RefusedMetadataException(
                    Refusal.SIGNATURE,
                    "the metadata of %s has %d of the %d signatures it needs"
                            .formatted(authority.role(), valid, authority.threshold()));
        }
    }

    static void version(RoleName role, SignedMetadata<?> metadata, long expected) {
        if (metadata.signed().version() != expected) {
            throw new RefusedMetadataException(
                    Refusal.VERSION,
                    "the metadata of %s has version %d where %d was named"
                            .formatted(role, metadata.signed().version(), expected));
        }
    }

    /** Rollback attack. */
    static void notBelow(RoleName role, long version, long trusted) {
        if (version < trusted) {
            throw new RefusedMetadataException(
                    Refusal.ROLLBACK,
                    "the repository offers version %d of %s, but %d was trusted before"
                            .formatted(version, role, trusted));
        }
    }

    static void noRoleWentBack(Snapshot old, Snapshot next) {
        old.meta()
                .forEach((name, file) -> {
                    if (!next.meta().containsKey(name)
                            || next.meta().get(name).version() < file.version()) {
                        throw new RefusedMetadataException(
                                Refusal.ROLLBACK,
                                "the snapshot takes back a role that was trusted before");
                    }
                });
    }

    /** Freeze attack. */
    static void fresh(RoleName role, SignedMetadata<? extends Metadata> metadata, Instant start) {
        if (metadata.signed().isExpiredAt(start)) {
            throw new RefusedMetadataException(
                    Refusal.EXPIRED,
                    "the metadata of %s expired on %s, and it is %s: the repository is frozen, or"
                                    .formatted(role, metadata.signed().expires(), start)
                            + " the clock is wrong");
        }
    }

    /** Mix-and-match attack. */
    static void named(RoleName role, MetaFile meta, byte[] raw) {
        meta.objectionTo(raw)
                .ifPresent(why -> {
                    throw new RefusedMetadataException(
                            Refusal.MISMATCH,
                            "the metadata of %s is not the one that was named: %s"
                                    .formatted(role, why));
                });
    }
}
