package org.metalayer.server.evaluation.policy;

import java.util.Optional;
import org.metalayer.protocol.Sha256;

/**
 * Which policy a decision was taken by.
 *
 * @param sha256 of its canonical form; decisions before versions had one do not say it
 */
public record PolicyName(int version, Optional<Sha256> sha256) {}
