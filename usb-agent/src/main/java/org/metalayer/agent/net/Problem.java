package org.metalayer.agent.net;

import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * A refusal in the Main System's own words (docs/protocol.md §10). A proxy on the way or a server's
 * framework refuses as well, but not in these words.
 *
 * @param slug what follows {@code urn:metalayer:problem:}
 * @param detail what happened and what to do
 * @param members all members, also those of this kind of problem only
 */
public record Problem(int status, String slug, String detail, JsonObject members) {

    private static final String PREFIX = "urn:metalayer:problem:";

    /** Made by the server's HTTP framework, which knows nothing of the message it refuses. */
    private static final String FRAMEWORKS = PREFIX + "http-";

    /** The problem that an answer tells, if it is one of the Main System's. */
    static Optional<Problem> of(Answer answer) {
        try {
            JsonObject json = Json.parseObject(answer.body());
            String type = json.string("type");
            String detail = json.optionalString("detail").orElseGet(() -> json.string("title"));
            boolean ours = type.startsWith(PREFIX) && !type.startsWith(FRAMEWORKS);
            return ours
                    ? Optional.of(
                            new Problem(
                                    answer.status(), type.substring(PREFIX.length()), detail, json))
                    : Optional.empty();
        } catch (MalformedDocumentException e) {
            return Optional.empty();
        }
    }

    /** A member that this kind of problem has, such as {@code state}. */
    public Optional<String> member(String name) {
        return members.optionalString(name);
    }

    String explain() {
        return Texts.shown(slug) + ": " + detail.replaceAll("\\p{Cntrl}", " ");
    }
}
