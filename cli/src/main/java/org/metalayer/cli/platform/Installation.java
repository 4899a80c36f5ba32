package org.metalayer.cli.platform;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directory with the built programs.
 *
 * @param home the repository's root
 */
public record Installation(Path home) {

    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    /** As the launcher says; without it, seen from where this program's own jar lies. */
    public static Installation ofThisProgram() {
        return new Installation(
                Optional.ofNullable(System.getProperty("metalayer.home"))
                        .map(Path::of)
                        .orElseGet(Installation::aroundThisJar));
    }

    public Path server() {
        return program("server/target/quarkus-app/quarkus-run.jar");
    }

    /** The options of the Main System's virtual machine, a file of java's. */
    public Path serverOptions() {
        return program("server/jvm.options");
    }

    /** Where a Main System lies that needs no virtual machine, if one was built. */
    public Path nativeServer() {
        return home.resolve("server/target/main-system");
    }

    /** The directory in which the launcher keeps what a virtual machine learned. */
    public Path aotCache() {
        return home.resolve("server/target/aot");
    }

    public Path agent() {
        return program("usb-agent/target/usb-agent.jar");
    }

    /** Where {@code up} keeps its data unless told otherwise. */
    public Path defaultData() {
        return home.resolve("data");
    }

    private Path program(String path) {
        Path jar = home.resolve(path);
        if (!Files.isRegularFile(jar)) {
            throw new CliException(jar + " is missing; build it with ./metalayer build");
        }
        return jar;
    }

    private static Path aroundThisJar() {
        try {
            Path jar =
                    Path.of(
                            Installation.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return jar.resolve("../../..");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
