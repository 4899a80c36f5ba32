package org.metalayer.image.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.Tools;

/**
 * Makes what boot files are signed with.
 *
 * @param name under which firmware lists the certificate; the files begin with it
 * @param folder gets the files
 */
public record NewSecureBootKeys(String name, Path folder) {

    /** What can be a file's name and part of a subject as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** Firmware does not look at the dates; programs that show certificates do. */
    private static final String DAYS = "7300";

    public NewSecureBootKeys {
        if (!NAME.matcher(name).matches()) {
            throw new ImageException(
                    "keys are called by up to 40 letters, digits, dots, dashes and underscores, not \"%s\""
                            .formatted(name));
        }
    }

    /** The certificate as the menus of firmware take it (DER). */
    public Path firmwareFile() {
        return folder.resolve(name + ".cer");
    }

    /**
     * Makes them, never over other files.
     *
     * @throws ImageException when one is there, or openssl is not
     */
    public SecureBootKeys make() throws IOException {
        Tools.require(Tool.OPENSSL);
        Path key = folder.resolve(name + ".key");
        Path certificate = folder.resolve(name + ".pem");
        for (Path file : List.of(key, certificate, firmwareFile())) {
            requireAbsent(file);
        }
        Files.createDirectories(folder);
        // Nobody else may read it from its first byte on; openssl keeps the mode.
        Files.createFile(
                key,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // Of RSA with 2048 bits: not all firmware takes another kind.
        String self = "req -x509 -newkey rsa:2048 -sha256 -noenc -days %s -subj".formatted(DAYS);
        openssl(self, "/CN=" + name, "-keyout", key.toString(), "-out", certificate.toString());
        openssl("x509 -outform DER -in", certificate.toString(), "-out", firmwareFile().toString());
        return new SecureBootKeys(key, certificate);
    }

    private static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new ImageException(
                    "%s exists, and nothing is overwritten here: choose another name"
                            .formatted(file));
        }
    }

    /** Names of files may have spaces, the words of a command have none. */
    private static void openssl(String command, String... rest) throws IOException {
        Tools.succeed(
                Tool.OPENSSL,
                Stream.concat(Stream.of(command.split(" ")), Stream.of(rest))
                        .toArray(String[]::new));
    }
}
