package org.metalayer.protocol.keyfile;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * An Ed25519 private key as a file: its public half, a name for people, and the seed, plain or
 * locked. Whoever reads a plain one can sign.
 */
public sealed interface KeyFile {

    /** No key file is longer, in bytes. */
    int MAX_LENGTH = 4096;

    String TYPE = "metalayer-private-key";

    /** What its owner calls it, such as {@code release}. */
    String name();

    VerifyingKey publicKey();

    /** The file's JSON, indented for people. */
    byte[] encode();

    /** Can sign as it lies there. */
    record Plain(String name, SigningKey key) implements KeyFile {

        public Plain {
            checkName(name);
        }

        @Override
        public VerifyingKey publicKey() {
            return key.publicKey();
        }

        /** The same key behind a passphrase. */
        public Locked lock(char[] passphrase, SecureRandom random) {
            byte[] seed = key.seed();
            try {
                return new Locked(
                        name,
                        publicKey(),
                        LockedSeed.lock(seed, passphrase, publicKey().raw(), random));
            } finally {
                Arrays.fill(seed, (byte) 0);
            }
        }

        @Override
        public byte[] encode() {
            return write(head(name, publicKey()).put("seed", key.seed()));
        }
    }

    /** Signs only for whoever knows the passphrase. */
    record Locked(String name, VerifyingKey publicKey, LockedSeed seed) implements KeyFile {

        public Locked {
            checkName(name);
        }

        /**
         * Opens it.
         *
         * @throws WrongPassphraseException when this is not its passphrase, or the file was changed
         */
        public Plain unlock(char[] passphrase) {
            byte[] opened = seed.unlock(passphrase, publicKey.raw());
            try {
                return plain(name, opened, publicKey);
            } finally {
                Arrays.fill(opened, (byte) 0);
            }
        }

        @Override
        public byte[] encode() {
            return write(head(name, publicKey).put("locked_seed", seed.write()));
        }
    }

    /** Makes a new key. */
    static Plain create(String name, SecureRandom random) {
        return new Plain(name, SigningKey.generate(random));
    }

    /**
     * Reads a key file.
     *
     * @throws MalformedDocumentException when it is none, or its halves do not belong together
     */
    static KeyFile parse(byte[] file) {
        if (file.length > MAX_LENGTH) {
            throw new MalformedDocumentException("a key file has at most 4096 bytes");
        }
        JsonObject json = Json.parseObject(file);
        if (!json.string("type").equals(TYPE)) {
            throw new MalformedDocumentException("this is not a key file of Meta Layer");
        }
        if (!json.string("keytype").equals("ed25519")) {
            throw new MalformedDocumentException("a key file holds an ed25519 key");
        }
        VerifyingKey publicKey = VerifyingKey.parse(json.string("public"));
        String name = json.string("name");
        return json.members().containsKey("locked_seed")
                ? new Locked(name, publicKey, LockedSeed.read(json.object("locked_seed")))
                : plain(name, json.base64("seed"), publicKey);
    }

    private static Plain plain(String name, byte[] seed, VerifyingKey publicKey) {
        SigningKey key = SigningKey.ofSeed(seed);
        if (!key.publicKey().equals(publicKey)) {
            throw new MalformedDocumentException(
                    "the two halves of the key do not belong together: the file is damaged");
        }
        return new Plain(name, key);
    }

    private static JsonBuilder head(String name, VerifyingKey publicKey) {
        return new JsonBuilder()
                .put("type", TYPE)
                .put("name", name)
                .put("keytype", "ed25519")
                .put("public", Base64.getEncoder().encodeToString(publicKey.raw()));
    }

    private static byte[] write(JsonBuilder json) {
        return (Json.pretty(json.build()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void checkName(String name) {
        Texts.line("the name of a key", name, 1, 64);
    }
}
