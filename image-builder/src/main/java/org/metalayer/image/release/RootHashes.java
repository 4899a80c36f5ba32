package org.metalayer.image.release;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.Sha256;

/** Reads from a unified kernel image which root it demands. */
final class RootHashes {

    private static final Pattern OPTION = Pattern.compile("\\broothash=([0-9a-f]{64})\\b");

    private RootHashes() {}

    /** The one that is named; empty when none is, or several are. */
    static Optional<Sha256> in(byte[] kernel) {
        // Its command line lies in it as plain text, a section of its own.
        Matcher named = OPTION.matcher(new String(kernel, StandardCharsets.ISO_8859_1));
        Set<String> hashes = new HashSet<>();
        while (named.find()) {
            hashes.add(named.group(1));
        }
        return hashes.size() == 1
                ? Optional.of(new Sha256(hashes.iterator().next()))
                : Optional.empty();
    }
}
