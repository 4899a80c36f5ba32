package org.metalayer.protocol.ledger;

import java.util.Optional;
import org.metalayer.protocol.merkle.MerkleHash;

/**
 * Follows a ledger from its beginning, and finds where it was altered.
 *
 * <p>A ledger of which the end is missing is a whole shorter one: compare its head with one that
 * somebody else has kept.
 */
public final class ChainCheck {

    private Optional<LedgerEntry> head = Optional.empty();

    /** What is wrong with an entry. */
    public enum Fault {
        /** Its number is not the one after that of the entry before. */
        OUT_OF_ORDER,
        /** It names another entry before it than the one that is there. */
        ANOTHER_BEFORE,
        /** What is there is not the content that it names. */
        ANOTHER_CONTENT
    }

    /**
     * Follows one entry further.
     *
     * @param content as it is there; empty where it was deleted
     * @return what is wrong with it; after that the check is over
     */
    public Optional<Fault> follow(LedgerEntry entry, Optional<byte[]> content) {
        if (entry.number() != head.map(LedgerEntry::number).orElse(0L) + 1) {
            return Optional.of(Fault.OUT_OF_ORDER);
        }
        if (!entry.previous().equals(head.map(LedgerEntry::hash).orElse(MerkleHash.EMPTY))) {
            return Optional.of(Fault.ANOTHER_BEFORE);
        }
        if (content.filter(bytes -> !entry.isOf(bytes)).isPresent()) {
            return Optional.of(Fault.ANOTHER_CONTENT);
        }
        head = Optional.of(entry);
        return Optional.empty();
    }

    /** The last entry that was in order. */
    public Optional<LedgerEntry> head() {
        return head;
    }
}
