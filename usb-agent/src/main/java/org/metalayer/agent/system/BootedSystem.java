package org.metalayer.agent.system;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemVersion;

/**
 * The system that runs, or the agent in it.
 *
 * @param digest of its root, or of its program
 * @param boot names this start of the computer, or of the agent
 */
public record BootedSystem(SystemVersion version, Sha256 digest, String boot) {

    /** Whether it is exactly that one, to the last byte. */
    public boolean is(SystemDescriptor other) {
        return digest.equals(other.digest());
    }
}
