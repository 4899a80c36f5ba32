package org.metalayer.agent.feed;

import java.util.List;
import java.util.Set;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * Whose word the director's is. People say so with keys that lie apart from the Main System, so
 * that nothing that is shown to a stick can change it but their signatures.
 *
 * @param root version of the root in force
 * @param targets version of the metadata that names the keys
 */
record DirectorKeys(long root, long targets, List<String> keyIds) {

    DirectorKeys {
        keyIds = List.copyOf(keyIds);
    }

    static DirectorKeys of(FoundTarget manifest, long root) {
        return new DirectorKeys(
                root,
                manifest.namedIn(),
                manifest.authority().keys().stream().map(TufKey::keyId).sorted().toList());
    }

    /**
     * Whether one of the {@code older} keys was revoked: what it signed binds nobody then. As with
     * the keys of timestamp and snapshot, one that is only added changes nothing.
     */
    boolean revokes(DirectorKeys older) {
        return isNewerThan(older) && !Set.copyOf(keyIds).containsAll(older.keyIds);
    }

    /** What was in force before must not bring back what was revoked since. */
    private boolean isNewerThan(DirectorKeys other) {
        return root > other.root || (root == other.root && targets > other.targets);
    }

    static DirectorKeys read(JsonObject json) {
        return new DirectorKeys(
                json.integer("root"), json.integer("targets"), json.strings("key_ids", id -> id));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("root", root)
                .put("targets", targets)
                .put("key_ids", keyIds, JsonValue.Text::new)
                .build();
    }
}
