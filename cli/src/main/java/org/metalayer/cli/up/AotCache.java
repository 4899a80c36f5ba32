package org.metalayer.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.metalayer.cli.platform.Installation;

/**
 * What a JVM learned at a start of the Main System, so that the next one takes half as long (JEP
 * 483). The launcher has it made (launcher/training.sh), for what is built then and the JDK that is
 * there then.
 *
 * @param jar what was started
 * @param directory of the cache
 */
record AotCache(Path jar, Path directory) {

    static AotCache of(Installation installation) {
        return new AotCache(installation.server(), installation.aotCache());
    }

    /** The cache where it is of the present build by the present JDK. */
    Optional<Path> usable() {
        Path cache = directory.resolve("cache");
        Path jdk = Path.of(System.getProperty("java.home"), "release");
        try {
            boolean fits =
                    Files.size(cache) > 0
                            && Files.getLastModifiedTime(cache)
                                            .compareTo(Files.getLastModifiedTime(jar))
                                    >= 0
                            && Files.mismatch(jdk, directory.resolve("release")) < 0;
            return fits ? Optional.of(cache) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /**
     * The JVM's options for it. It goes on without a cache that it cannot use, and says nothing of
     * that; a damaged one it tells only by its checksums.
     */
    static List<String> options(Path cache) {
        return List.of(
                "-XX:AOTCache=" + cache,
                "-XX:+VerifySharedSpaces",
                "-Xlog:aot*=off",
                "-Xlog:cds*=off");
    }
}
