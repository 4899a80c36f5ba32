package org.metalayer.server.platform;

import java.util.List;
import org.metalayer.protocol.key.VerifyingKey;

/** The keys that a stick pins at its first enrolment (protocol §2). Kept by a higher row. */
public interface TrustAnchors {

    /** Say what may run. */
    List<VerifyingKey> releaseKeys();

    /** Say what should run now. */
    List<VerifyingKey> directorKeys();
}
