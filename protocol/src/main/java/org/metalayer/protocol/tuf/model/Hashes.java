package org.metalayer.protocol.tuf.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Digests of a file by algorithm (specification §4.4): {@code sha256}, {@code sha512}, and others
 * that are kept but never count.
 */
public record Hashes(Map<String, String> byAlgorithm) {
    /** The JDK's names of the algorithms that are computed. */
    static final Map<String, String> KNOWN = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    // Also of unknown algorithms: a digest becomes part of a file's name.
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{1,256}");

    public Hashes {
        byAlgorithm = Map.copyOf(byAlgorithm);
        if (!byAlgorithm.values().stream().allMatch(hex -> DIGEST.matcher(hex).matches())) {
            throw new MalformedDocumentException("a digest is written in lower-case hex digits");
        }
    }

    static final Hashes NONE = new Hashes(Map.of());

    public static Hashes of(Sha256 digest) {
        return new Hashes(Map.of("sha256", digest.hex()));
    }

    static Hashes read(JsonObject json) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String algorithm : json.members().keySet()) {
            digests.put(algorithm, json.string(algorithm));
        }
        if (digests.isEmpty()) {
            throw new MalformedDocumentException("\"hashes\" names no digest");
        }
        return new Hashes(digests);
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder();
        byAlgorithm.forEach(json::put);
        return json.build();
    }

    public boolean isEmpty() {
        return byAlgorithm.isEmpty();
    }

    /** The SHA-256 digest, if it is among them. */
    public Optional<Sha256> sha256() {
        return Optional.ofNullable(byAlgorithm.get("sha256")).map(Sha256::new);
    }

    /** The digest that names the file in a consistent snapshot (specification §5.7.3). */
    Optional<String> naming() {
        return Optional.ofNullable(byAlgorithm.get("sha256"))
                .or(() -> Optional.ofNullable(byAlgorithm.get("sha512")));
    }
}
