package org.metalayer.agent.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.protocol.ledger.EntryKind;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * The owner's consent, and its changes.
 *
 * <p>A consent counts when the ledger has an entry that says so, and not before. From the moment a
 * change is wanted until that entry is there, nothing is sent. Where it cannot be written, or a
 * power cut comes in between, that lasts until the owner decides again. A consent on file that is
 * not the one in the ledger, or cannot be read, counts as none.
 */
public final class Consents {

    private static final String UNDECIDED =
            "a change of what may be sent could not be written down: nothing is sent until you"
                    + " decide again";

    private final Ledger ledger;
    private final StateFile<ConsentState> file;
    private ConsentState state = ConsentState.NONE;
    private Optional<String> damage = Optional.empty();

    private Consents(Ledger ledger, StateFile<ConsentState> file) {
        this.ledger = ledger;
        this.file = file;
    }

    /**
     * Reads what the owner has decided.
     *
     * @param path of the file where it is kept, which need not exist
     */
    public static Consents open(Ledger ledger, DurableFiles files, Path path) {
        Consents consents =
                new Consents(
                        ledger,
                        new StateFile<>(files, path, ConsentState::read, ConsentState::write));
        consents.load();
        return consents;
    }

    /** What may be recorded and sent now. */
    public synchronized Consent current() {
        return state.current();
    }

    /** Why nothing is sent although the owner may have allowed it, in words. */
    public synchronized Optional<String> trouble() {
        return damage.or(() -> state.change().map(_ -> UNDECIDED));
    }

    /**
     * Changes what was decided last; where that is damaged, what an owner allows who was not asked.
     *
     * @return what counts from now on
     * @throws org.metalayer.agent.files.DiskFull when the change cannot be written into the ledger:
     *     it does not count, and nothing is sent until one can
     */
    public synchronized Consent change(UnaryOperator<Consent> change) throws IOException {
        Consent next = change.apply(state.decided());
        long head = ledger.head().map(LedgerEntry::number).orElse(0L);
        state = state.changing(new ConsentChange(head, next));
        file.write(state);
        LedgerEntry entry = ledger.append(EntryKind.CONSENT, next.bytes());
        state = ConsentState.decided(next, entry.number());
        damage = Optional.empty();
        try {
            file.write(state);
        } catch (IOException _) {
            // It counts: the next start finds the entry that the change on file waits for.
        }
        return next;
    }

    private void load() {
        try {
            ConsentState stored = completed(file.read().orElse(ConsentState.NONE));
            if (isInLedger(stored)) {
                state = stored;
            } else {
                damage = Optional.of("what may be sent is not what the ledger says: decide again");
            }
        } catch (IOException e) {
            damage =
                    Optional.of(
                            "what may be sent cannot be read: decide again (%s)"
                                    .formatted(e.getMessage()));
        }
    }

    /** A change counts where its entry was written before the power went. */
    private ConsentState completed(ConsentState stored) throws IOException {
        if (stored.change().isEmpty()) {
            return stored;
        }
        ConsentChange begun = stored.change().get();
        long[] found = {0};
        new Pages(ledger)
                .each(
                        begun.after() + 1,
                        entry -> {
                            found[0] = says(entry, begun.next()) ? entry.entry().number() : 0;
                            return found[0] == 0;
                        });
        return found[0] == 0 ? stored : ConsentState.decided(begun.next(), found[0]);
    }

    private boolean isInLedger(ConsentState stored) throws IOException {
        return stored.entry() == 0
                ? stored.decided().equals(Consent.NONE)
                : ledger.entries(stored.entry(), 1).stream()
                        .anyMatch(entry ->
                                entry.entry().number() == stored.entry()
                                        && says(entry, stored.decided()));
    }

    private static boolean says(StoredEntry stored, Consent consent) {
        return stored.entry().kind().equals(EntryKind.CONSENT)
                && stored.content().filter(it -> Arrays.equals(it, consent.bytes())).isPresent();
    }
}
