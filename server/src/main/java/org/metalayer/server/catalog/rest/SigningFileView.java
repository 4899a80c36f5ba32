package org.metalayer.server.catalog.rest;

import java.util.Base64;
import java.util.List;
import org.metalayer.server.catalog.trust.Signing;
import org.metalayer.server.catalog.trust.TrustStatus;

/**
 * What a keeper of keys carries to another machine: what is to be signed, and what is published,
 * against which to compare it.
 *
 * @param type always {@code metalayer-signing}
 * @param documents what awaits signatures
 * @param current what is published, every root included
 */
public record SigningFileView(
        String type, List<TrustDocumentView> documents, List<TrustDocumentView> current) {

    private static final String TYPE = "metalayer-signing";

    static SigningFileView of(List<Signing> waiting, TrustStatus status) {
        return new SigningFileView(
                TYPE,
                waiting.stream()
                        .map(signing ->
                                new TrustDocumentView(
                                        signing.role().wire(),
                                        Base64.getEncoder()
                                                .encodeToString(signing.prepared().raw())))
                        .toList(),
                status.documents().stream().map(TrustDocumentView::of).toList());
    }
}
