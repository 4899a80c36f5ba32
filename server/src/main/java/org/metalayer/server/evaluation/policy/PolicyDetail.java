package org.metalayer.server.evaluation.policy;

import org.metalayer.protocol.Sha256;

/**
 * A version with what it says.
 *
 * @param needsSecond whether a second operator has to approve it before it can decide
 */
public record PolicyDetail(PolicyVersion version, PolicyContent content, boolean needsSecond) {

    /** Of the canonical form of what it says now. */
    public Sha256 sha256() {
        return content.sha256(version.version());
    }
}
