package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import org.metalayer.protocol.system.SystemVersion;

/** A whole system, verified, on its way into a slot. */
public interface SystemImage {

    /** Which one it is. */
    SystemVersion version();

    /** What its kernel demands of its root. */
    RootHash rootHash();

    /** The content of a partition, from its first byte. */
    InputStream open(Slot.Part part) throws IOException;

    /** The kernel with its initrd and command line, signed as one file. */
    InputStream kernel() throws IOException;
}
