package org.metalayer.server.catalog.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/**
 * Metadata that people signed, to be published together.
 *
 * @param roots in the order of their versions
 */
record Submission(List<SignedMetadata<Root>> roots, Map<TrustRole, SignedMetadata<Targets>> lists) {

    private static final int MOST = 20;

    /** Sorts documents by their roles; what only machines sign is refused. */
    static Submission of(List<TrustDocument> documents) {
        if (documents.isEmpty() || documents.size() > MOST) {
            throw TrustProblems.REFUSED.because("send 1 to %d metadata files".formatted(MOST));
        }
        List<SignedMetadata<Root>> roots = new ArrayList<>();
        Map<TrustRole, SignedMetadata<Targets>> lists = new EnumMap<>(TrustRole.class);
        for (TrustDocument document : documents) {
            TrustRole role = signedByPeople(document.role());
            try {
                if (role == TrustRole.ROOT) {
                    roots.add(SignedMetadata.root(document.metadata()));
                } else if (lists.put(role, SignedMetadata.targets(document.metadata())) != null) {
                    throw TrustProblems.REFUSED.because(
                            "there are two files of " + role.wire() + ": send one");
                }
            } catch (MalformedDocumentException e) {
                throw TrustProblems.REFUSED.because(
                        "the file of %s is none: %s".formatted(role.wire(), e.getMessage()));
            }
        }
        roots.sort(Comparator.comparingLong(root -> root.signed().version()));
        return new Submission(roots, lists);
    }

    /** Adds the files, the delegators first. What a machine prepared is taken only as it stands. */
    void addTo(Edition edition, List<Signing> waiting) {
        roots.forEach(edition::root);
        Optional.ofNullable(lists.get(TrustRole.TARGETS))
                .ifPresent(targets -> edition.list(TrustRole.TARGETS, targets));
        lists.forEach((role, list) -> {
            if (role != TrustRole.TARGETS) {
                requirePrepared(role, list, waiting);
                edition.list(role, list);
            }
        });
    }

    private static void requirePrepared(
            TrustRole role, SignedMetadata<Targets> list, List<Signing> waiting) {
        boolean prepared =
                waiting.stream()
                        .filter(signing -> signing.role() == role)
                        .anyMatch(signing -> signing.prepared().tree().equals(list.tree()));
        if (!prepared) {
            throw TrustProblems.SUPERSEDED.because(
                    "version %d of %s is not what awaits a signature: fetch it again with keys pending, look at it, and sign that"
                            .formatted(list.signed().version(), role.wire()));
        }
    }

    private static TrustRole signedByPeople(String role) {
        return TrustRole.find(role)
                .filter(known -> known.signer() != TrustRole.Signer.MACHINE)
                .orElseThrow(() ->
                        TrustProblems.REFUSED.because(
                                "people sign root, targets, code, agent and os, and nothing else"));
    }
}
