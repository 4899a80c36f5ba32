package org.metalayer.image.build;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What shall be built.
 *
 * @param profile of the recipe
 * @param version of the image; empty takes the agent's
 * @param recipe the folder with mkosi's files
 * @param agent the native program
 * @param output gets a folder for the image
 * @param cache what later builds need not make again
 * @param mirrors of Debian
 * @param sourceDate stands in everything built
 */
public record BuildRequest(
        String profile,
        Optional<String> version,
        Path recipe,
        Path agent,
        Path output,
        Path cache,
        Mirrors mirrors,
        Instant sourceDate,
        Optional<SecureBootKeys> keys) {}
