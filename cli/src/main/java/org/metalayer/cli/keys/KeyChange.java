package org.metalayer.cli.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * Other keys for a role.
 *
 * @param removed key ids, or as much of their beginning as {@code keys list} shows
 * @param threshold how many have to sign from now on; as before, where it is not given
 */
record KeyChange(List<TufKey> added, List<String> removed, OptionalInt threshold) {

    private static final int SHORTEST = 8;

    KeyChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    Authority applyTo(Authority before) {
        String role = before.role().value();
        List<TufKey> keys = new ArrayList<>(before.keys());
        for (String id : removed) {
            if (!keys.removeIf(key -> isMeant(id, key))) {
                throw new CliException("%s has no key %s".formatted(role, id));
            }
        }
        for (TufKey key : added) {
            if (keys.contains(key)) {
                throw new CliException(
                        "%s has the key %s already".formatted(role, KeyNames.brief(key)));
            }
            keys.add(key);
        }
        int needed = threshold.orElse(before.threshold());
        if (needed < 1 || needed > keys.size()) {
            throw new CliException(
                    "%s would have %d keys, of which %d have to sign: add a key, or say --threshold"
                            .formatted(role, keys.size(), needed));
        }
        return new Authority(before.role(), needed, keys);
    }

    static boolean isMeant(String id, TufKey key) {
        if (id.length() < SHORTEST) {
            throw new CliException(
                    "give at least %d digits of a key id, as keys list shows it"
                            .formatted(SHORTEST));
        }
        return key.keyId().startsWith(id);
    }
}
