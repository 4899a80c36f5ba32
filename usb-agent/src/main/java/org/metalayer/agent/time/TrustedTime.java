package org.metalayer.agent.time;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.message.SignedTime;

/**
 * The best time that a stick knows (docs/protocol.md §7). The Main System is asked for it, signed
 * together with a nonce; from then on the computer's running time is counted. Without an answer it
 * is the later of the computer's clock and of the last answer that this stick ever had. No answer
 * makes it earlier than an answer before: only when a key is revoked, its word goes with it.
 */
public final class TrustedTime {

    private static final Duration GOOD_FOR = Duration.ofHours(6);
    private static final int MAX_ANSWER = 4 << 10;

    private final MainSystem server;
    private final StateFile<LatestTime> file;
    private final Uptime uptime;
    private final InstantSource clock;
    private final SecureRandom random;

    private Optional<Answered> answered = Optional.empty();

    /** What was said and has yet to be stored. */
    private Optional<LatestTime> unstored = Optional.empty();

    private record Answered(LatestTime said, Uptime.Reading at) {}

    public TrustedTime(
            MainSystem server,
            StateFile<LatestTime> file,
            Uptime uptime,
            InstantSource clock,
            SecureRandom random) {
        this.server = server;
        this.file = file;
        this.uptime = uptime;
        this.clock = clock;
        this.random = random;
    }

    public Instant now() throws IOException {
        if (answered.isPresent()) {
            return counted(answered.get()).time();
        }
        Instant shown = clock.instant();
        Instant latest = latest().map(LatestTime::time).orElse(Instant.EPOCH);
        return shown.isBefore(latest) ? latest : shown;
    }

    /** Whether it was not asked for since {@code atMost}. */
    public boolean isOlderThan(Duration atMost) throws IOException {
        return answered.isEmpty() || age(answered.get()).compareTo(atMost) > 0;
    }

    /** Whether it is time to ask again. */
    public boolean isDue() throws IOException {
        return isOlderThan(GOOD_FOR);
    }

    /**
     * Forgets what was said by keys that have no say any more: who stole one could have set all
     * sticks' time years ahead.
     *
     * @param keys that may say what time it is, from now on
     */
    public void believeOnly(List<VerifyingKey> keys) throws IOException {
        List<String> believed = keys.stream().map(VerifyingKey::keyId).toList();
        if (answered.filter(known -> !known.said().isWordOf(believed)).isPresent()) {
            answered = Optional.empty();
        }
        if (latest().filter(known -> !known.isWordOf(believed)).isPresent()) {
            unstored = Optional.empty();
            file.delete();
        }
    }

    /**
     * Asks what time it is.
     *
     * @param keys that may say so
     * @param threshold how many of them have to
     * @throws UnexpectedAnswerException when something else answers than they would
     */
    public void ask(List<VerifyingKey> keys, int threshold) throws IOException {
        String nonce = nonce();
        // Before it is asked: an answer that is held up on its way makes no time earlier.
        Uptime.Reading asked = uptime.read();
        byte[] answer =
                server.send(
                                Call.post(
                                        "/api/v1/stick/time",
                                        new JsonBuilder().put("nonce", nonce).build()),
                                MAX_ANSWER)
                        .body();
        LatestTime said = read(answer, nonce, keys, threshold);
        Optional<LatestTime> latest = latest();
        if (latest.isPresent()) {
            said = said.laterOf(latest.get());
        }
        if (answered.isPresent()) {
            said = said.laterOf(counted(answered.get()));
        }
        answered = Optional.of(new Answered(said, asked));
        if (latest.isEmpty() || latest.get().time().plus(GOOD_FOR).isBefore(said.time())) {
            unstored = Optional.of(said);
            try {
                store();
            } catch (IOException e) {
                // Told when it is asked for; what was said counts all the same.
                return;
            }
        }
    }

    /**
     * Writes down what was said.
     *
     * @throws IOException when there is no room for it
     */
    public void store() throws IOException {
        if (unstored.isPresent()) {
            file.write(unstored.get());
            unstored = Optional.empty();
        }
    }

    private static LatestTime read(
            byte[] answer, String nonce, List<VerifyingKey> keys, int threshold)
            throws UnexpectedAnswerException {
        try {
            Envelope envelope = Envelope.parse(answer);
            SignedTime signed =
                    SignedTime.read(
                            Json.parseObject(envelope.verify(PayloadType.TIME, keys, threshold)));
            if (!signed.nonce().equals(nonce)) {
                throw new InvalidSignatureException("it answers another question");
            }
            return new LatestTime(
                    signed.time(),
                    envelope.signersAmong(keys).stream().map(VerifyingKey::keyId).toList());
        } catch (MalformedDocumentException | InvalidSignatureException e) {
            throw new UnexpectedAnswerException(
                    "what came as the time cannot be believed: " + e.getMessage(), e);
        }
    }

    private Duration age(Answered known) throws IOException {
        return uptime.read().since(known.at());
    }

    private LatestTime counted(Answered known) throws IOException {
        return known.said().plus(age(known));
    }

    private Optional<LatestTime> latest() throws IOException {
        if (unstored.isPresent()) {
            return unstored;
        }
        try {
            return file.read();
        } catch (DamagedStateException e) {
            return Optional.empty();
        }
    }

    private String nonce() {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
