package org.metalayer.server.catalog.trust;

import java.time.Instant;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/**
 * Metadata that awaits a person's signature.
 *
 * @param prepared signed by the machine
 */
public record Signing(TrustRole role, SignedMetadata<Targets> prepared, Instant preparedAt) {}
