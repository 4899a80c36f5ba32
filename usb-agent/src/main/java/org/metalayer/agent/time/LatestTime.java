package org.metalayer.agent.time;

import java.time.Instant;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What time it was at least: time does not go back, whatever a computer's clock shows. */
public record LatestTime(Instant time) {

    /** Written a few times a day at most: flash wears out. */
    public static StateFile<LatestTime> file(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(files, stick.latestTime(), LatestTime::read, LatestTime::write);
    }

    static LatestTime read(JsonObject json) {
        return new LatestTime(json.instant("time"));
    }

    JsonObject write() {
        return new JsonBuilder().put("time", time).build();
    }
}
