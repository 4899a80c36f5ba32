package org.metalayer.server.evaluation.attest;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;

/**
 * The online key that signs evidence. No stick trusts it and it approves nothing: where it is lost
 * a new one is made, and earlier evidence is still verified with the keys that are kept.
 */
@Singleton
final class VettingKey {

    private final Path file;
    private final SecureRandom random;
    private SigningKey key;

    @Inject
    @SuppressWarnings("NullAway.Init") // the key is loaded after construction
    VettingKey(DataDirectory data, SecureRandom random) {
        this.file = data.keys().resolve("vetting.key");
        this.random = random;
    }

    @PostConstruct
    void load() {
        try {
            key = Files.exists(file) ? read() : create();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    VerifyingKey publicKey() {
        return key.publicKey();
    }

    Envelope sign(byte[] statement) {
        return Envelope.sign(PayloadType.STATEMENT, statement, key);
    }

    private SigningKey create() throws IOException {
        SigningKey fresh = SigningKey.generate(random);
        String line = Base64.getEncoder().encodeToString(fresh.seed()) + "\n";
        DurableFile.writePrivate(file, line.getBytes(StandardCharsets.US_ASCII));
        return fresh;
    }

    private SigningKey read() throws IOException {
        try {
            String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return SigningKey.ofSeed(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException | MalformedDocumentException e) {
            throw new StartupException(
                    "%s is damaged: put back your copy of it, or move it away to get a new one"
                            .formatted(file),
                    e);
        }
    }
}
