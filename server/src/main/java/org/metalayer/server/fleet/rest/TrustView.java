package org.metalayer.server.fleet.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.platform.RootOfTrust;
import org.metalayer.server.platform.TrustAnchors;

/**
 * What a stick pins at its first enrolment (protocol §2).
 *
 * @param rootSha256 of the first root metadata
 */
public record TrustView(String rootSha256, List<KeyView> releaseKeys, List<KeyView> directorKeys) {

    /** One key, named as in DSSE, where the name of its id is one word. */
    public record KeyView(@JsonProperty("keyid") String keyId, String publicKey) {

        static KeyView of(VerifyingKey key) {
            return new KeyView(key.keyId(), key.base64());
        }
    }

    static TrustView of(TrustAnchors anchors, RootOfTrust root) {
        return new TrustView(
                root.sha256().hex(),
                anchors.releaseKeys().stream().map(KeyView::of).toList(),
                anchors.directorKeys().stream().map(KeyView::of).toList());
    }
}
