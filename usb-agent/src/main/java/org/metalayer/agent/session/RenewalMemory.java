package org.metalayer.agent.session;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.StickRatchet;

/**
 * What the stick remembers of its sessions: where its renewals stand, the owner's word about a
 * restored backup, and what the owner should know. The agent alone writes the first: the owner's
 * word has a file of its own.
 */
public final class RenewalMemory {

    private final StateFile<Kept> ratchet;
    private final StateFile<RequestId> word;
    private final StateFile<Set<Notice>> notices;
    private final SigningKey key;

    /** Where the renewals of one key stand; those of another key, before, mean nothing. */
    private record Kept(String keyId, StickRatchet ratchet) {

        static Kept read(JsonObject json) {
            return new Kept(
                    json.string("key_id"),
                    new StickRatchet(
                            json.integer("epoch"),
                            json.string("epoch_nonce"),
                            json.optionalString("request_id").map(RequestId::new)));
        }

        JsonObject write() {
            return new JsonBuilder()
                    .put("key_id", keyId)
                    .put("epoch", ratchet.epoch())
                    .put("epoch_nonce", ratchet.nonce())
                    .put("request_id", ratchet.pending().map(RequestId::hex).orElse(null))
                    .build();
        }
    }

    public RenewalMemory(StickDirectory stick, DurableFiles files, SigningKey key) {
        this.key = key;
        this.ratchet = new StateFile<>(files, stick.ratchet(), Kept::read, Kept::write).secret();
        this.word =
                new StateFile<>(
                        files,
                        stick.confirmedRestore(),
                        json -> new RequestId(json.string("request_id")),
                        id -> new JsonBuilder().put("request_id", id.hex()).build());
        this.notices = noticesFile(stick, files);
    }

    /** What the owner should know; empty before the first session. */
    public static StateFile<Set<Notice>> noticesFile(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(files, stick.notices(), RenewalMemory::read, RenewalMemory::write);
    }

    /** Begins a renewal, or goes on with the one that was begun; durable when it returns. */
    StickRatchet begin(SecureRandom random) throws IOException {
        StickRatchet known = ratchet();
        StickRatchet begun = known.begin(() -> RequestId.fresh(random));
        if (!begun.equals(known)) {
            ratchet.write(new Kept(keyId(), begun));
        }
        return begun;
    }

    /** Takes the step that the Main System answered; durable when it returns. */
    void answered(StickRatchet begun, long epoch, String nonce) throws IOException {
        ratchet.write(new Kept(keyId(), begun.answered(epoch, nonce)));
        word.delete();
    }

    /** Gives the owner's word for the renewal that waits, if one does. */
    public boolean confirmRestore() throws IOException {
        Optional<RequestId> pending = ratchet().pending();
        if (!notices().contains(Notice.RESTORED) || pending.isEmpty()) {
            return false;
        }
        word.write(pending.get());
        return true;
    }

    boolean isConfirmed(StickRatchet begun) throws IOException {
        try {
            return word.read().equals(begun.pending());
        } catch (DamagedStateException e) {
            return false;
        }
    }

    public Set<Notice> notices() throws IOException {
        try {
            return notices.read().orElse(Set.of());
        } catch (DamagedStateException e) {
            // The next session tells it again.
            return Set.of();
        }
    }

    /** Written only when it is news: flash wears out. */
    void note(Set<Notice> now) throws IOException {
        if (!notices().equals(now)) {
            notices.write(now);
        }
    }

    /** A file that is lost or damaged is an older state, of which the owner is asked. */
    private StickRatchet ratchet() throws IOException {
        try {
            return ratchet.read()
                    .filter(kept -> kept.keyId().equals(keyId()))
                    .map(Kept::ratchet)
                    .orElse(StickRatchet.NEW);
        } catch (DamagedStateException e) {
            return StickRatchet.NEW;
        }
    }

    private String keyId() {
        return key.publicKey().keyId();
    }

    private static Set<Notice> read(JsonObject json) {
        return json.strings("notices", Notice::of).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Notice.class)));
    }

    private static JsonObject write(Set<Notice> notices) {
        return new JsonBuilder()
                .put("notices", notices, notice -> new JsonValue.Text(notice.wire()))
                .build();
    }
}
