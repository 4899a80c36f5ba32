package org.metalayer.agent.system;

import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemVersion;

/**
 * The system that runs.
 *
 * @param boot names this start of the computer
 */
public record BootedSystem(SystemVersion version, RootHash root, String boot) {

    /** Whether it is exactly that one, to the last byte of its root. */
    public boolean is(SystemDescriptor other) {
        return root.value().equals(other.rootHash());
    }
}
