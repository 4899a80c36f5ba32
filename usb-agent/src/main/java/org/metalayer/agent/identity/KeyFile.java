package org.metalayer.agent.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.key.SigningKey;

/** The stick's Ed25519 key, made at the first start, which never leaves the stick. */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final String WAYS_OUT =
            "restore it from a copy. If you have none, or `stick new-identity` was cut off, run"
                    + " `stick new-identity` (again, with the same options): this becomes a stick"
                    + " of its own, which an operator has to accept, and what lies in module/"
                    + " stays";

    private KeyFile() {}

    /**
     * Reads the key, or makes one.
     *
     * @param random asked for only where one is made
     * @throws IOException when others may read it, or it is damaged: a new key would be a new stick
     */
    public static SigningKey loadOrCreate(
            Path file, DurableFiles files, Supplier<SecureRandom> random) throws IOException {
        try {
            return load(file);
        } catch (NoSuchFileException e) {
            SigningKey key = SigningKey.generate(random.get());
            write(file, files, key);
            return key;
        }
    }

    /** Puts a key in the place of the one there is: the stick becomes another one. */
    public static void write(Path file, DurableFiles files, SigningKey key) throws IOException {
        String text = Base64.getEncoder().encodeToString(key.seed()) + "\n";
        files.replaceSecret(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads the key of a stick that has one.
     *
     * @throws IOException when it is lost, too: whoever has enrolled is known by it
     */
    static SigningKey loadExisting(Path file) throws IOException {
        try {
            return load(file);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "the stick's key %s is missing, and with a new one this would be another stick: %s"
                            .formatted(file, WAYS_OUT),
                    e);
        }
    }

    /** Whether this key is there, and no other one or none. */
    static boolean holds(Path file, SigningKey key) throws IOException {
        try {
            return load(file).publicKey().equals(key.publicKey());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static SigningKey load(Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    "others can read the stick's key: run `chmod 600 %s`".formatted(file));
        }
        try {
            String base64 = new String(text, StandardCharsets.US_ASCII).strip();
            return SigningKey.ofSeed(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | MalformedDocumentException e) {
            throw new IOException("%s is no key: %s".formatted(file, WAYS_OUT), e);
        }
    }
}
