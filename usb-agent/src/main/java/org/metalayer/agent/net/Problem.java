package org.metalayer.agent.net;

import java.util.Optional;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * A refusal in the Main System's own words (docs/protocol.md §10). A proxy on the way or a server's
 * framework refuses as well, but not in these words.
 *
 * @param slug what follows {@code urn:metalayer:problem:}
 * @param detail what happened and what to do
 * @param members all members, also those of this kind of problem only
 */
public record Problem(int status, String slug, String detail, JsonObject members) {

    /** Characters that act on a terminal or make a text look like another one. */
    private static final Pattern ACTING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

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

    /** A text that this kind of problem has, such as {@code state}. */
    public Optional<String> member(String name) {
        return members.members().get(name) instanceof JsonValue.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** In one line: it stands in the log and on the owner's terminal. */
    String explain() {
        return Texts.shown(slug) + ": " + ACTING.matcher(detail).replaceAll(" ");
    }
}
