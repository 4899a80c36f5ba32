package org.metalayer.server.catalog.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.server.testing.MainSystemResource;

/** A person who keeps the offline keys and brings signed metadata. */
final class Keeper {

    private Keeper() {}

    /** One of the keys that the first start wrote. */
    static SigningKey key(String name) {
        try {
            return ((KeyFile.Plain)
                            KeyFiles.read(
                                    MainSystemResource.data()
                                            .resolve("keys/offline")
                                            .resolve(name + ".key")))
                    .key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body that brings these files. */
    static Map<String, Object> bringing(Map<String, SignedMetadata<?>> files) {
        List<Map<String, String>> documents =
                files.entrySet().stream()
                        .map(file ->
                                Map.of(
                                        "role",
                                        file.getKey(),
                                        "metadata",
                                        Base64.getEncoder().encodeToString(file.getValue().raw())))
                        .toList();
        return Map.of("documents", documents);
    }
}
