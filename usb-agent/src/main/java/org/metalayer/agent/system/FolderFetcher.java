package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.tuf.client.Fetcher;

/**
 * Brings trust metadata from where the agent keeps it. Nothing there is believed: it is verified
 * like anything that comes over a line.
 *
 * @param roots every root from the second on, {@code 2.root.json}, …
 * @param newest of each role the newest metadata, without its version in the name
 */
record FolderFetcher(Path roots, Path newest) implements Fetcher {

    private static final Pattern VERSIONED = Pattern.compile("[0-9]+\\.(?<role>.+)");
    private static final String ROOT = "root.json";

    @Override
    public Fetched fetch(String file, long maxLength, Optional<String> knownTag)
            throws IOException {
        Matcher name = VERSIONED.matcher(file);
        Path path =
                name.matches()
                        ? name.group("role").equals(ROOT)
                                ? roots.resolve(file)
                                : newest.resolve(name.group("role"))
                        : newest.resolve(file);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Missing();
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(Math.toIntExact(maxLength + 1));
            return new Found(content, Optional.empty());
        } catch (NoSuchFileException _) {
            return new Missing();
        }
    }
}
