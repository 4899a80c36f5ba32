package org.metalayer.server.catalog.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import org.metalayer.server.catalog.trust.TrustDocument;
import org.metalayer.server.platform.ProblemType;

/**
 * A metadata file as it travels to a keeper of keys and back.
 *
 * @param role as in its file name
 * @param metadata the file, byte for byte, in base64
 */
public record TrustDocumentView(@NotBlank String role, @NotBlank String metadata) {

    static TrustDocumentView of(TrustDocument document) {
        return new TrustDocumentView(
                document.role(), Base64.getEncoder().encodeToString(document.metadata()));
    }

    TrustDocument toDocument() {
        try {
            return new TrustDocument(role, Base64.getDecoder().decode(metadata));
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_REQUEST.because(
                    "the metadata of %s is not base64".formatted(role));
        }
    }
}
