package org.metalayer.agent.net;

import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * An RFC 9457 problem (docs/protocol.md §10).
 *
 * @param slug what follows {@code urn:metalayer:problem:}, or {@code http-<status>} when the answer
 *     was no problem document
 * @param detail what happened and what to do
 * @param members all members, also those of this kind of problem only
 */
public record Problem(int status, String slug, String detail, JsonObject members) {

    private static final String PREFIX = "urn:metalayer:problem:";

    static Problem of(Answer answer) {
        try {
            JsonObject json = Json.parseObject(answer.body());
            String type = json.string("type");
            String detail = json.optionalString("detail").orElseGet(() -> json.string("title"));
            return new Problem(
                    answer.status(),
                    type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type,
                    detail,
                    json);
        } catch (MalformedDocumentException e) {
            return new Problem(
                    answer.status(),
                    "http-" + answer.status(),
                    "the server answered %d without saying why: is it a Main System?"
                            .formatted(answer.status()),
                    new JsonBuilder().build());
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
