package org.metalayer.agent.daemon;

import java.time.Instant;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * How it stands with the Main System.
 *
 * @param reachedAt when it last answered, to within a few minutes
 * @param trouble what is wrong, in plain words; empty when all is well
 * @param since when that began
 * @param offline whether the trouble is that it cannot be reached
 */
public record Contact(
        Optional<Instant> reachedAt, Optional<String> trouble, Instant since, boolean offline) {

    /** The file it is kept in; empty before the agent's first round. */
    public static StateFile<Contact> file(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(files, stick.contact(), Contact::read, Contact::write);
    }

    static Contact read(JsonObject json) {
        return new Contact(
                json.optionalString("reached_at").map(Instant::parse),
                json.optionalString("trouble"),
                json.instant("since"),
                json.members().containsKey("offline") && json.bool("offline"));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("reached_at", reachedAt.map(Instant::toString).orElse(null))
                .put("trouble", trouble.orElse(null))
                .put("since", since)
                .put("offline", offline)
                .build();
    }
}
