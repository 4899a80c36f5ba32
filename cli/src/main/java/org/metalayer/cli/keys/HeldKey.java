package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.keyfile.WrongPassphraseException;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * Reads keys that people hold: a file with both halves, or the public half as they wrote it down.
 */
final class HeldKey {

    private HeldKey() {}

    /** The private half, unlocked if need be. */
    static SigningKey open(Path file, Passphrase passphrase) throws IOException {
        return switch (KeyFiles.read(file)) {
            case KeyFile.Plain plain -> plain.key();
            case KeyFile.Locked locked -> {
                try {
                    yield locked.unlock(passphrase.known(file.toString())).key();
                } catch (WrongPassphraseException e) {
                    throw new CliException("%s: %s".formatted(file, e.getMessage()), e);
                }
            }
        };
    }

    /** The public half: 64 hex digits as {@code keys create} prints them, or a key file. */
    static TufKey publicHalf(String given) {
        try {
            return TufKey.of(
                    given.matches("[0-9a-f]{64}")
                            ? VerifyingKey.of(HexFormat.of().parseHex(given))
                            : KeyFiles.read(Path.of(given)).publicKey());
        } catch (NoSuchFileException e) {
            throw new CliException(
                    "%s is neither a key file nor the 64 hex digits of a public key"
                            .formatted(given),
                    e);
        } catch (IOException e) {
            throw new CliException("the key file %s cannot be read".formatted(given), e);
        }
    }

    /** Refuses to put one file over another. */
    static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new CliException(
                    "%s exists, and nothing is overwritten here: choose another name"
                            .formatted(file));
        }
    }

    /** The public half in hex, to be written down and typed. */
    static String hex(VerifyingKey key) {
        return HexFormat.of().formatHex(key.raw());
    }
}
