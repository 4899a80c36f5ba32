package org.metalayer.agent.outcome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.Outcome;

/** The last outcomes, for the owner, newest first. */
public final class OutcomeHistory {

    private static final int KEPT = 50;

    private final StateFile<List<PastOutcome>> file;

    public OutcomeHistory(StickDirectory stick, DurableFiles files) {
        this.file =
                new StateFile<>(
                        files, stick.outcomeHistory(), OutcomeHistory::read, OutcomeHistory::write);
    }

    public List<PastOutcome> newestFirst() throws IOException {
        return file.read().orElse(List.of());
    }

    void add(Outcome outcome, ReleaseName release) throws IOException {
        List<PastOutcome> known = newestFirst();
        if (known.stream().noneMatch(past -> past.outcomeId().equals(outcome.outcomeId()))) {
            List<PastOutcome> more = new ArrayList<>();
            more.add(
                    new PastOutcome(
                            outcome.outcomeId(),
                            release,
                            outcome.result(),
                            outcome.reason(),
                            outcome.kept(),
                            outcome.at()));
            more.addAll(known.subList(0, Math.min(known.size(), KEPT - 1)));
            file.write(List.copyOf(more));
        }
    }

    /** Notes that the Main System it was about never heard of it. */
    void notTold(UUID outcomeId) throws IOException {
        List<PastOutcome> known = newestFirst();
        List<PastOutcome> noted =
                known.stream()
                        .map(past -> past.outcomeId().equals(outcomeId) ? past.notTold() : past)
                        .toList();
        if (!noted.equals(known)) {
            file.write(noted);
        }
    }

    private static List<PastOutcome> read(JsonObject json) {
        return json.objects("outcomes", PastOutcome::read);
    }

    private static JsonObject write(List<PastOutcome> outcomes) {
        return new JsonBuilder().put("outcomes", outcomes, PastOutcome::write).build();
    }
}
