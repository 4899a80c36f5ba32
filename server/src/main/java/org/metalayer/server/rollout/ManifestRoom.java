package org.metalayer.server.rollout;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;

/**
 * Keeps the deployment manifest small enough to be signed and fetched: a rollout that finds no room
 * is not announced, and so does not start, until others are halted or replaced.
 *
 * @param bytes for all entries together
 */
record ManifestRoom(long bytes) {

    /** A quarter is left for what entries grow by when they start, and for withdrawals. */
    static final ManifestRoom USUAL = new ManifestRoom(Envelope.MAX_PAYLOAD_LENGTH / 4 * 3);

    /**
     * Reads a manifest as sticks do.
     *
     * @throws IllegalStateException when none of them could
     */
    static void requireReadable(byte[] document) {
        try {
            var _ = DeploymentManifest.read(Json.parseObject(document));
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException(
                    "sticks could not read it: %s; the one before stays in force; halt rollouts that nobody needs"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    record Candidate(Rollout rollout, DeploymentEntry entry) {

        private boolean isAnnounced() {
            return rollout.announcedAt().isPresent();
        }

        private int size() {
            return Json.write(entry.write()).length;
        }
    }

    /** The entries that find room, in the order given: all that were announced, then the oldest. */
    List<DeploymentEntry> admit(List<Candidate> candidates) {
        Set<UUID> admitted = new HashSet<>();
        long free = bytes;
        for (Candidate candidate : byPrecedence(candidates)) {
            int size = candidate.size();
            if (candidate.isAnnounced() || size <= free) {
                free -= size;
                admitted.add(candidate.rollout().id());
            }
        }
        return candidates.stream()
                .filter(candidate -> admitted.contains(candidate.rollout().id()))
                .map(Candidate::entry)
                .toList();
    }

    private static List<Candidate> byPrecedence(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(
                        Comparator.comparing((Candidate candidate) -> !candidate.isAnnounced())
                                .thenComparing(candidate -> candidate.rollout().createdAt()))
                .toList();
    }
}
