package org.metalayer.agent.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * What time it was at least: time does not go back, whatever a computer's clock shows.
 *
 * @param keyIds whose word it is: with one of those keys revoked, nobody's
 */
public record LatestTime(Instant time, List<String> keyIds) {

    public LatestTime {
        keyIds = List.copyOf(keyIds);
    }

    /** Written a few times a day at most: flash wears out. */
    public static StateFile<LatestTime> file(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(files, stick.latestTime(), LatestTime::read, LatestTime::write);
    }

    boolean isWordOf(Collection<String> believed) {
        return believed.containsAll(keyIds);
    }

    LatestTime plus(Duration passed) {
        return new LatestTime(time.plus(passed), keyIds);
    }

    LatestTime laterOf(LatestTime other) {
        return other.time.isAfter(time) ? other : this;
    }

    static LatestTime read(JsonObject json) {
        return new LatestTime(json.instant("time"), json.strings("key_ids", id -> id));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("time", time)
                .put("key_ids", keyIds, JsonValue.Text::new)
                .build();
    }
}
