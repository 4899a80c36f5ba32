package org.metalayer.cli.rest;

import java.net.URI;
import org.metalayer.cli.platform.MainSystemUrl;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * An API token that {@code login} obtained.
 *
 * @param tokenId names the token at the Main System, for {@code logout}
 */
public record StoredLogin(URI url, String username, String tokenId, String token) {

    static StoredLogin read(JsonObject json) {
        return new StoredLogin(
                MainSystemUrl.parse("the URL of a stored login", json.string("url")),
                json.string("username"),
                json.string("token_id"),
                json.string("token"));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("url", url.toString())
                .put("username", username)
                .put("token_id", tokenId)
                .put("token", token)
                .build();
    }
}
