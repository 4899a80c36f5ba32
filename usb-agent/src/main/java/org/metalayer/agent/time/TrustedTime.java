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
 * is the later of the computer's clock and of the last answer that this stick ever had.
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

    private record Answered(Instant time, Uptime.Reading at) {}

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
            return answered.get().time().plus(age(answered.get()));
        }
        Instant shown = clock.instant();
        Instant latest = latest();
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
     * Asks what time it is.
     *
     * @param keys any one of which may say so
     * @throws UnexpectedAnswerException when something else answers than they would
     */
    public void ask(List<VerifyingKey> keys) throws IOException {
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
        Instant time = read(answer, nonce, keys);
        answered = Optional.of(new Answered(time, asked));
        if (latest().plus(GOOD_FOR).isBefore(time)) {
            file.write(new LatestTime(time));
        }
    }

    private static Instant read(byte[] answer, String nonce, List<VerifyingKey> keys)
            throws UnexpectedAnswerException {
        try {
            byte[] payload = Envelope.parse(answer).verify(PayloadType.TIME, keys, 1);
            SignedTime signed = SignedTime.read(Json.parseObject(payload));
            if (!signed.nonce().equals(nonce)) {
                throw new InvalidSignatureException("it answers another question");
            }
            return signed.time();
        } catch (MalformedDocumentException | InvalidSignatureException e) {
            throw new UnexpectedAnswerException(
                    "what came as the time cannot be believed: " + e.getMessage(), e);
        }
    }

    private Duration age(Answered known) throws IOException {
        return uptime.read().since(known.at());
    }

    private Instant latest() throws IOException {
        try {
            return file.read().map(LatestTime::time).orElse(Instant.EPOCH);
        } catch (DamagedStateException e) {
            return Instant.EPOCH;
        }
    }

    private String nonce() {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
