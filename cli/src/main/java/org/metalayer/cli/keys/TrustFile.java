package org.metalayer.cli.keys;

import java.util.Base64;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/**
 * One metadata file in a signing file.
 *
 * @param role as in its file name
 */
record TrustFile(String role, SignedMetadata<? extends Metadata> metadata) {

    private static final int MAX_ROLE = 200;

    static TrustFile read(JsonObject json) {
        // Shown to whoever signs: it must not be able to look like another.
        String role = Texts.line("the name of a role", json.string("role"), 1, MAX_ROLE);
        byte[] raw = json.base64("metadata");
        try {
            return new TrustFile(
                    role,
                    switch (role) {
                        case "root" -> SignedMetadata.root(raw);
                        case "snapshot" -> SignedMetadata.snapshot(raw);
                        case "timestamp" -> SignedMetadata.timestamp(raw);
                        default -> SignedMetadata.targets(raw);
                    });
        } catch (MalformedDocumentException e) {
            throw new MalformedDocumentException(
                    "the metadata of %s is damaged: %s".formatted(role, e.getMessage()), e);
        }
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("role", role)
                .put("metadata", Base64.getEncoder().encodeToString(metadata.raw()))
                .build();
    }

    TrustFile signedWith(SigningKey key) {
        return new TrustFile(role, metadata.signedWith(key));
    }

    /** The same with the signatures of both. */
    TrustFile mergedWith(TrustFile other) {
        return new TrustFile(role, merge(metadata, other.metadata));
    }

    /** Such as {@code root 2}. */
    String name() {
        return "%s %d".formatted(role, version());
    }

    long version() {
        return metadata.signed().version();
    }

    /** What it lists and delegates, if it is of such a role. */
    Targets targets() {
        if (metadata.signed() instanceof Targets targets) {
            return targets;
        }
        throw new MalformedDocumentException(role + " lists no targets");
    }

    @SuppressWarnings("unchecked") // both are of the same role, and so of the same kind
    private static <T extends Metadata> SignedMetadata<T> merge(
            SignedMetadata<T> one, SignedMetadata<? extends Metadata> other) {
        return one.mergedWith((SignedMetadata<T>) other);
    }
}
