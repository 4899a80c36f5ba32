package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.analytics.FieldRegistry;
import org.metalayer.protocol.analytics.Purpose;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.ledger.EntryKind;

/** A stick that records into real files, with a clock and a disk that can be told how to behave. */
final class RecordingStick {

    static final BatchLimits LARGE = new BatchLimits(10_000, 100_000_000);
    static final ModuleId ID = new ModuleId("usb_001");

    /** Of an owner who allows all ordinary fields. */
    static final Consent ALL =
            new Consent(
                    Mode.ON, FieldRegistry.CURRENT.version(), Set.of(Purpose.values()), Map.of());

    /** The power goes. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Path directory;
    private final DurableFiles files;
    private Instant now = Instant.parse("2026-12-01T12:00:00Z");
    private Predicate<String> full = operation -> false;
    private int operations;
    private int cutBefore = Integer.MAX_VALUE;
    private Ledger ledger;
    private Consents consents;

    RecordingStick(Path directory) throws IOException {
        this(directory, true);
    }

    private RecordingStick(Path directory, boolean synced) throws IOException {
        this.directory = directory;
        DurableFiles durable =
                new DurableFiles(
                        StorageFaults.calling(operation -> {
                            if (++operations >= cutBefore) {
                                throw new PowerCut();
                            }
                            if (full.test(operation)) {
                                throw new DiskFull(directory, 1, 0);
                            }
                        }));
        this.files = synced ? durable : durable.unsynced();
        this.ledger = openLedger();
        this.consents = openConsents();
    }

    /** One for many records, for which no sync is waited. */
    static RecordingStick fast(Path directory) throws IOException {
        return new RecordingStick(directory, false);
    }

    /** What a restart does, with power and room again. */
    void restart() throws IOException {
        cutBefore = Integer.MAX_VALUE;
        full = operation -> false;
        ledger = openLedger();
        consents = openConsents();
    }

    private Ledger openLedger() throws IOException {
        return Ledger.open(directory.resolve("ledger"), files, () -> now);
    }

    private Consents openConsents() {
        return Consents.open(ledger, files, consentFile());
    }

    Path consentFile() {
        return directory.resolve("consent.json");
    }

    /** The power goes before this storage operation, counted from now on. */
    void cutBefore(int operation) {
        operations = 0;
        cutBefore = operation;
    }

    void full(Predicate<String> operationsThatFail) {
        full = operationsThatFail;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Ledger ledger() {
        return ledger;
    }

    Consents consents() {
        return consents;
    }

    void allow(Consent consent) throws IOException {
        consents.change(_ -> consent);
    }

    Recorder recorder() {
        return recorder(bytes -> {});
    }

    Recorder recorder(Room room) {
        return new Recorder(ID, ledger, consents, () -> now, room);
    }

    Recorded record(String json) {
        return record(recorder(), json);
    }

    static Recorded record(Recorder recorder, String json) {
        return recorder.record(
                Json.parseObject(json.replace('\'', '"').getBytes(UTF_8)), Optional.empty());
    }

    /** Records that it was used for so many minutes. */
    Recorded minutes(int minutes) {
        return record("{'session_duration_minutes':%s}".formatted(minutes));
    }

    Outbox outbox() throws IOException {
        return Outbox.open(ledger, consents);
    }

    /** The entries after the first ones. */
    List<StoredEntry> entriesFrom(long number) throws IOException {
        return ledger.entries(number, 100_000);
    }

    List<EntryKind> kinds() throws IOException {
        return entriesFrom(1).stream().map(stored -> stored.entry().kind()).toList();
    }

    static String text(StoredEntry stored) {
        return stored.content().map(bytes -> new String(bytes, UTF_8)).orElse("");
    }

    static List<Long> numbers(Batch batch) {
        return batch.entries().stream().map(stored -> stored.entry().number()).toList();
    }

    static List<Long> list(long... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
