package org.metalayer.acceptance.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account without any rights of its own, as most people have, and a copy of the built programs
 * that it may read. Only root can become another account; without root every test is one of these.
 *
 * @param home of the copied programs
 */
public record OrdinaryAccount(Path home) {
    private static final String NAME = "nobody";

    private static final List<String> BECOME =
            List.of("setpriv", "--reuid=" + NAME, "--regid=nogroup", "--clear-groups");

    /** Prepares one below {@code root}, which the account may pass through from now on. */
    public static OrdinaryAccount in(Path root) throws IOException, InterruptedException {
        assumeTrue(
                Finished.ok("id", "-u").strip().equals("0"),
                "SKIPPED: becoming another account needs root, and without it all tests run as"
                        + " one");
        OrdinaryAccount account = new OrdinaryAccount(root.resolve("programs"));
        for (String part :
                List.of(
                        "server/jvm.options",
                        "server/target/quarkus-app",
                        "usb-agent/target/usb-agent.jar",
                        "usb-agent/target/lib",
                        "cli/target/cli.jar",
                        "cli/target/lib")) {
            Path copy = account.home.resolve(part);
            Files.createDirectories(copy.resolveSibling(""));
            Finished.ok("cp", "-r", Programs.HOME.resolve(part).toString(), copy.toString());
        }
        Finished.ok("chmod", "-R", "go=rX", account.home.toString());
        Finished.ok("chmod", "711", root.toString());
        return account;
    }

    public Optional<String> name() {
        return Optional.of(NAME);
    }

    /** A new directory that belongs to the account. */
    public Path directory(String name) throws IOException, InterruptedException {
        Path directory = Files.createDirectory(home.resolveSibling(name));
        Finished.ok("chown", NAME + ":nogroup", directory.toString());
        return directory;
    }

    Map<String, String> environment() {
        return Map.of("HOME", home.resolveSibling("no-home").toString());
    }

    List<String> cli(String... arguments) {
        return Stream.concat(BECOME.stream(), Programs.cliIn(home, arguments).stream()).toList();
    }
}
