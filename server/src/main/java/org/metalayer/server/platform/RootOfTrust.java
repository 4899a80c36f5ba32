package org.metalayer.server.platform;

import org.metalayer.protocol.Sha256;

/** What a stick pins at its first enrolment (protocol §2). Kept by a higher row. */
public interface RootOfTrust {

    /** Of the first root metadata, from which every later one is reached. */
    Sha256 sha256();
}
