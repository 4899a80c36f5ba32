package org.metalayer.agent.outcome;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.message.Outcome;

/**
 * Outcomes that are still to be told, oldest first. Each is signed once and named by its id, so
 * that adding or sending one twice changes nothing.
 */
public final class OutcomeSpool {

    private final StickDirectory stick;
    private final StickIdentity identity;
    private final DurableFiles files;
    private final OutcomeHistory history;

    public OutcomeSpool(
            StickDirectory stick,
            StickIdentity identity,
            DurableFiles files,
            OutcomeHistory history) {
        this.stick = stick;
        this.identity = identity;
        this.files = files;
        this.history = history;
    }

    /** Keeps an outcome for sending; durable when it returns. */
    public void add(Outcome outcome, ReleaseName release) throws IOException {
        files.createDirectories(stick.outcomes());
        // The clock may jump back: the order is that of the names, so each is above the last.
        if (waiting().stream().noneMatch(file -> isOf(file, outcome))) {
            long number = waiting().isEmpty() ? 0 : numberOf(waiting().getLast()) + 1;
            files.replace(
                    stick.outcomes().resolve(name(number, outcome)),
                    outcome.sign(identity.key()).encode());
        }
        history.add(outcome, release);
    }

    /** Files with one envelope each, in the order in which things happened. */
    public List<Path> waiting() throws IOException {
        List<Path> waiting = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(stick.outcomes(), "[0-9]*-*")) {
            stream.forEach(waiting::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        waiting.sort(null);
        return waiting;
    }

    /**
     * The envelope to be sent. A Main System that lost its memory knows the stick by another id
     * than when this happened, which the outcome then names instead.
     *
     * @throws RuntimeException of the protocol when it is damaged
     */
    byte[] read(Path file, UUID stickId) throws IOException {
        byte[] kept = Files.readAllBytes(file);
        Outcome outcome = Outcome.verify(Envelope.parse(kept), identity.key().publicKey());
        return outcome.stickId().equals(stickId)
                ? kept
                : outcome.toldBy(stickId).sign(identity.key()).encode();
    }

    /**
     * Signs those anew that were signed by another key: the stick has become another one since, in
     * whose name it may not speak. Each gets another id, because that one may tell it, too; the
     * name of its file stays, so that nothing is added twice.
     */
    public void signAnew() throws IOException {
        for (Path file : waiting()) {
            Optional<Outcome> others = ofAnotherKey(Files.readAllBytes(file));
            if (others.isPresent()) {
                files.replace(
                        file,
                        others.get()
                                .by(identity.contributor().moduleId(), UUID.randomUUID())
                                .sign(identity.key())
                                .encode());
            }
        }
    }

    /** What is damaged is found when it is to be sent. */
    private Optional<Outcome> ofAnotherKey(byte[] kept) {
        try {
            Envelope envelope = Envelope.parse(kept);
            String keyId = envelope.signatures().getFirst().keyId();
            return keyId.equals(identity.key().publicKey().keyId())
                    ? Optional.empty()
                    : Optional.of(Outcome.unverified(envelope));
        } catch (MalformedDocumentException e) {
            return Optional.empty();
        }
    }

    /**
     * For when they were another Main System's: the owner's history says that it was not told, as
     * far as there is one that can be read.
     */
    public void tellNobody() throws IOException {
        for (Path file : waiting()) {
            try {
                history.notTold(idOf(file));
            } catch (DamagedStateException | IllegalArgumentException e) {
                // The stick has no key meanwhile, which is worse than a history with a gap.
            }
            remove(file);
        }
    }

    void remove(Path file) throws IOException {
        files.delete(file);
    }

    private static String name(long number, Outcome outcome) {
        return String.format(Locale.ROOT, "%010d-%s", number, outcome.outcomeId());
    }

    private static boolean isOf(Path file, Outcome outcome) {
        return file.getFileName().toString().endsWith(outcome.outcomeId().toString());
    }

    private static UUID idOf(Path file) {
        String name = file.getFileName().toString();
        return UUID.fromString(name.substring(name.indexOf('-') + 1));
    }

    private static long numberOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }
}
