package org.metalayer.cli.rest;

import java.util.List;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * A successful answer of the Main System.
 *
 * @param body exactly the bytes it sent; empty for 204
 * @param cookies that it set, each as {@code name=value}
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Answer(byte[] body, List<String> cookies) {

    /** The object that the Main System answered with. */
    public JsonObject json() {
        try {
            return Json.parseObject(body);
        } catch (MalformedDocumentException e) {
            throw new CliException(
                    "the answer is not understood (%s); does the URL lead to a Main System?"
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
