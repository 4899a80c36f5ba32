package org.metalayer.image.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.ToolRun;
import org.metalayer.image.tool.Tools;

/**
 * Where Debian's packages are fetched from.
 *
 * @param archive as in {@code sources.list}
 * @param security the same, for what was mended meanwhile
 */
public record Mirrors(String archive, String security) {

    /** What Debian's own tools say when they are not told. */
    static final Mirrors DEBIAN =
            new Mirrors("http://deb.debian.org/debian", "http://deb.debian.org/debian-security");

    /** What they are verified with, here and in the tools tree. */
    static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    /** Those that this computer gets its own packages from, where it is a Debian. */
    public static Mirrors ofThisComputer() throws IOException {
        if (Tool.APT_GET.find().isEmpty()) {
            return DEBIAN;
        }
        ToolRun run =
                Tools.run(
                        Tool.APT_GET,
                        List.of(
                                "indextargets",
                                "--format",
                                "$(LABEL)|$(REPO_URI)",
                                "Created-By: Packages"));
        return run.isSuccess() ? among(run.text()) : DEBIAN;
    }

    /** The first ones among lines that are a label and an address. */
    static Mirrors among(String targets) {
        return new Mirrors(
                of("Debian", targets).orElse(DEBIAN.archive),
                of("Debian-Security", targets).orElse(DEBIAN.security));
    }

    /** These, but for the archive where another one is wished for. */
    public Mirrors withArchive(Optional<String> other) {
        return other.map(address -> new Mirrors(address, security)).orElse(this);
    }

    /** These, but for the mended packages where another place is wished for. */
    public Mirrors withSecurity(Optional<String> other) {
        return other.map(address -> new Mirrors(archive, address)).orElse(this);
    }

    /** One line of a {@code sources.list} for the archive. */
    String line(String suite) {
        return "deb [signed-by=%s] %s %s main".formatted(KEYRING, archive, suite);
    }

    /**
     * All that images are made of: sources.list(5), in the form of {@code .sources}. With what
     * Debian keeps apart as it is not free: the firmware that network cards load.
     */
    String sources(String suite) {
        return stanza(archive, "%s %1$s-updates".formatted(suite))
                + "\n"
                + stanza(security, suite + "-security");
    }

    private static String stanza(String address, String suites) {
        return """
        Types: deb
        URIs: %s
        Suites: %s
        Components: main non-free-firmware
        Signed-By: %s
        """
                .formatted(address, suites, KEYRING);
    }

    /** Only what can be reached from within the tools tree as well. */
    private static Optional<String> of(String label, String targets) {
        String start = label + "|http";
        return targets.lines()
                .filter(line -> line.startsWith(start + "://") || line.startsWith(start + "s://"))
                .map(line -> line.substring(label.length() + 1).strip().replaceFirst("/+$", ""))
                .findFirst();
    }
}
