package org.metalayer.agent.system;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemVersion;

/**
 * What the agent can know of the system it runs in, and ask of it. It changes nothing itself: its
 * account cannot write what a computer boots.
 */
public interface SystemDoor {

    /** Of a computer that booted no stick of ours. */
    SystemDoor CLOSED = new ClosedDoor();

    /** What runs; empty where that is no system of a stick. */
    Optional<BootedSystem> booted() throws IOException;

    /** The boot loader's entry of a version. */
    Optional<BootEntry> entry(SystemVersion version) throws IOException;

    /**
     * Pieces of the running system that need not be fetched, and where they lie.
     *
     * @param wanted the release that they are for
     */
    Map<Sha256, Extent> pieces(SystemFiles wanted) throws IOException;

    /** Asks for something, in the place of what was asked before. */
    void ask(SystemOrder order) throws IOException;

    /** What came of what was asked for last, over restarts of the computer. */
    Optional<SystemAnswer> answer() throws IOException;
}
