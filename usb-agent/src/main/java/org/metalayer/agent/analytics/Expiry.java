package org.metalayer.agent.analytics;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

/**
 * Deletes records on the stick when the days for which they may be kept are over, by the stick's
 * clock. As long as that clock is not to be trusted, a jump of it by more than a year, between two
 * entries or since the last one, lets nothing expire that was recorded before the jump.
 */
public final class Expiry {

    private static final Duration JUMP = Duration.ofDays(365);

    private final Ledger ledger;
    private final InstantSource clock;
    private final BooleanSupplier trusted;

    /**
     * @param trusted whether the clock shows a time that somebody vouches for
     */
    public Expiry(Ledger ledger, InstantSource clock, BooleanSupplier trusted) {
        this.ledger = ledger;
        this.clock = clock;
        this.trusted = trusted;
    }

    /** Deletes what is due now. */
    public Erased expire() throws IOException {
        Instant now = clock.instant();
        boolean jumps = !trusted.getAsBoolean();
        NumberSet due = new NumberSet();
        Instant[] before = {Instant.MAX};
        new Pages(ledger)
                .each(
                        1,
                        stored -> {
                            Instant at = stored.entry().at();
                            if (jumps && isJump(before[0], at)) {
                                due.clear();
                            }
                            before[0] = at;
                            if (Erasure.holdsRecord(stored) && isDue(stored, now)) {
                                due.add(stored.entry().number());
                            }
                            return true;
                        });
        return jumps && isJump(before[0], now)
                ? new Erased.Nothing("the clock jumped, and nothing says that it is right")
                : Erasure.erase(ledger, due, "nothing is due");
    }

    private static boolean isJump(Instant from, Instant to) {
        return from.isBefore(to) && Duration.between(from, to).compareTo(JUMP) > 0;
    }

    private static boolean isDue(StoredEntry stored, Instant now) {
        Instant at = stored.entry().at();
        return stored.content()
                .flatMap(Expiry::kept)
                .filter(kept -> !now.isBefore(at) && Duration.between(at, now).compareTo(kept) >= 0)
                .isPresent();
    }

    /** For how long; nothing where that cannot be read, which only the owner deletes. */
    private static Optional<Duration> kept(byte[] content) {
        try {
            long days = Json.parseObject(content).integer("data_retention_days");
            return Optional.of(Duration.ofDays(Math.clamp(days, 1, 36_500)));
        } catch (MalformedDocumentException _) {
            return Optional.empty();
        }
    }
}
