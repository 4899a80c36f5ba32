package org.metalayer.protocol.tuf.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Which target paths a delegated role may speak of (specification §4.5). */
public sealed interface PathScope {
    boolean contains(String targetPath);

    /** Paths that match one of the patterns. */
    record Patterns(List<String> patterns) implements PathScope {
        public Patterns {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean contains(String targetPath) {
            return patterns.stream().anyMatch(pattern -> PathPattern.matches(pattern, targetPath));
        }
    }

    /** Paths whose SHA-256 digest starts with one of the prefixes. */
    record HashPrefixes(List<String> prefixes) implements PathScope {
        private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{1,64}");

        public HashPrefixes {
            prefixes = List.copyOf(prefixes);
            if (!prefixes.stream().allMatch(prefix -> PREFIX.matcher(prefix).matches())) {
                throw new MalformedDocumentException(
                        "a path hash prefix is 1 to 64 lower-case hex digits");
            }
        }

        @Override
        public boolean contains(String targetPath) {
            String digest = Sha256.of(targetPath.getBytes(StandardCharsets.UTF_8)).hex();
            return prefixes.stream().anyMatch(digest::startsWith);
        }
    }

    /** Exactly one of the two must be there: a delegation without limits is nobody's intention. */
    static PathScope read(JsonObject json) {
        boolean patterns = json.members().containsKey("paths");
        if (patterns == json.members().containsKey("path_hash_prefixes")) {
            throw new MalformedDocumentException(
                    "a delegation has either \"paths\" or \"path_hash_prefixes\"");
        }
        return patterns
                ? new Patterns(json.strings("paths", path -> path))
                : new HashPrefixes(json.strings("path_hash_prefixes", prefix -> prefix));
    }

    default JsonBuilder writeInto(JsonBuilder json) {
        return switch (this) {
            case Patterns scope -> json.strings("paths", scope.patterns(), path -> path);
            case HashPrefixes scope ->
                    json.strings("path_hash_prefixes", scope.prefixes(), prefix -> prefix);
        };
    }
}
