package org.metalayer.agent.analytics;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.analytics.AnalyticsRecord;
import org.metalayer.protocol.analytics.Field;
import org.metalayer.protocol.analytics.FieldRegistry;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.ledger.EntryKind;

/**
 * Records into the ledger.
 *
 * <p>What is sent later is byte for byte what the ledger holds. Therefore a record of which only
 * some fields may be sent becomes two entries with the same time: one of kind {@link
 * EntryKind#RECORD} with those fields, and one of kind {@link EntryKind#LOCAL} with the others.
 * Entries of the second kind are never sent, even when the owner allows their fields later. In the
 * mode {@link Mode#LOCAL} all is of that kind.
 *
 * <p>Nothing is dropped silently: a full stick shows as a {@link #standstill}, every record that is
 * not kept is answered with {@link Recorded.Stopped}, and the ledger has an entry of kind {@link
 * EntryKind#GAP} about it when recording goes on.
 */
public final class Recorder {

    /** More than an entry takes besides its content. */
    private static final long FRAME = 1_024;

    private final ModuleId moduleId;
    private final Ledger ledger;
    private final Consents consents;
    private final InstantSource clock;
    private final Room room;
    private Optional<Standstill> standstill = Optional.empty();

    public Recorder(
            ModuleId moduleId, Ledger ledger, Consents consents, InstantSource clock, Room room) {
        this.moduleId = moduleId;
        this.ledger = ledger;
        this.consents = consents;
        this.clock = clock;
        this.room = room;
    }

    /**
     * Records values by the names of their fields.
     *
     * @param retention for how long it is kept, in whole days; as long as all its fields allow
     *     where nothing is said
     */
    public Recorded record(JsonObject values, Optional<Duration> retention) {
        // Held so that no record follows the entry that says that nothing is recorded.
        synchronized (consents) {
            Consent consent = consents.current();
            if (consent.mode() == Mode.OFF) {
                return new Recorded.Refused(consents.trouble().orElse("recording is off"));
            }
            try {
                AnalyticsRecord whole =
                        new AnalyticsRecord(
                                moduleId,
                                clock.instant(),
                                values.members(),
                                retention.orElseGet(() -> longest(values)));
                return keep(whole, consent);
            } catch (MalformedDocumentException e) {
                return new Recorded.Refused(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Since when and why nothing can be recorded, if that is so. */
    public Optional<Standstill> standstill() {
        synchronized (consents) {
            return standstill;
        }
    }

    private Recorded keep(AnalyticsRecord whole, Consent consent) {
        try {
            room.require(whole.bytes().length + 2 * FRAME);
            if (standstill.isPresent()) {
                ledger.append(EntryKind.GAP, standstill.get().content());
                standstill = Optional.empty();
            }
            List<Long> entries = new ArrayList<>();
            // First what stays here: tried again after a failure in between, nothing goes twice.
            add(EntryKind.LOCAL, whole.with(field -> !consent.maySend(field)), entries);
            add(EntryKind.RECORD, whole.with(consent::maySend), entries);
            return new Recorded.Kept(entries);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            standstill =
                    Optional.of(
                            standstill
                                    .map(Standstill::oneMore)
                                    .orElseGet(() -> new Standstill(clock.instant(), reason, 1)));
            return new Recorded.Stopped(reason);
        }
    }

    private void add(EntryKind kind, Optional<AnalyticsRecord> part, List<Long> entries)
            throws IOException {
        if (part.isPresent()) {
            entries.add(ledger.append(kind, part.get().bytes()).number());
        }
    }

    private static Duration longest(JsonObject values) {
        return values.members().keySet().stream()
                .map(FieldRegistry.CURRENT::field)
                .flatMap(Optional::stream)
                .map(Field::retention)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ofDays(1));
    }
}
