package org.metalayer.server.fleet.rest;

import org.metalayer.server.platform.RootOfTrust;

/**
 * What a stick pins at its first enrolment (protocol §2).
 *
 * @param rootSha256 of the first root metadata
 */
public record TrustView(String rootSha256) {

    static TrustView of(RootOfTrust root) {
        return new TrustView(root.sha256().hex());
    }
}
