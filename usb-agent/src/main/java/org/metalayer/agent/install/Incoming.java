package org.metalayer.agent.install;

import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * The tree that is to take the component's place.
 *
 * @param path of its directory below the agent's own, before the exchange
 * @param inode number of its directory: where it is tells whether the exchange has happened
 */
record Incoming(String path, long inode) {

    static Incoming read(JsonObject json) {
        return new Incoming(json.string("path"), json.integer("inode"));
    }

    JsonObject write() {
        return new JsonBuilder().put("path", path).put("inode", inode).build();
    }
}
