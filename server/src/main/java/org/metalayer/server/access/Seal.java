package org.metalayer.server.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.server.platform.DataDirectory;

/**
 * Hands out texts that come back unaltered: {@code <base64url text>.<base64url HMAC-SHA256>}. Every
 * purpose has a key of its own in the data directory, so that one kind never passes for another.
 */
@ApplicationScoped
@Startup(Seal.BEFORE_ANY_KEY)
public class Seal {

    static final int BEFORE_ANY_KEY = 1;

    private static final Logger LOG = Logger.getLogger(Seal.class);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final DataDirectory data;
    private final SecureRandom random;

    /** Whether this is the first start: there was no key of any kind. */
    private final boolean isNew;

    @Inject
    Seal(DataDirectory data, SecureRandom random) {
        this.data = data;
        this.random = random;
        this.isNew = isEmpty(data.keys());
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    /** Seals and opens the texts of one purpose. */
    public static final class Purpose {

        private final SecretKeySpec key;

        Purpose(byte[] key) {
            this.key = new SecretKeySpec(key, ALGORITHM);
        }

        public String seal(String text) {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return base64.encodeToString(plain) + "." + base64.encodeToString(mac(plain));
        }

        /** The text, if it was sealed here for this purpose. */
        public Optional<String> open(String sealed) {
            int dot = sealed.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            try {
                Base64.Decoder base64 = Base64.getUrlDecoder();
                byte[] plain = base64.decode(sealed.substring(0, dot));
                byte[] mac = base64.decode(sealed.substring(dot + 1));
                return MessageDigest.isEqual(mac, mac(plain))
                        ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private byte[] mac(byte[] plain) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                return mac.doFinal(plain);
            } catch (GeneralSecurityException e) {
                throw new AssertionError("every JDK has " + ALGORITHM, e);
            }
        }
    }

    /**
     * The seal for {@code purpose}; its key is made at first use. Whoever seals does so at every
     * start ({@link Startup}), so that a key that a later start does not find was lost.
     *
     * @param otherwise what became of texts that were sealed with an earlier one, for the log
     */
    public Purpose forPurpose(String purpose, String otherwise) {
        Path file = data.keys().resolve(purpose + ".key");
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                DurableFile.writePrivate(file, fresh);
                if (!isNew) {
                    LOG.warnf("%s was not there and has been made anew: %s.", file, otherwise);
                }
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(
                        "%s must hold %d bytes; delete it to have a new one made"
                                .formatted(file, KEY_BYTES));
            }
            return new Purpose(key);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }
}
