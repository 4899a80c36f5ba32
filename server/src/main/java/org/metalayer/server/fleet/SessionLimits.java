package org.metalayer.server.fleet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often sessions may be asked for; whoever asks is a stranger until a signature is checked. */
@ConfigMapping(prefix = "metalayer.session")
interface SessionLimits {

    /**
     * Challenges and answers to them from one address. A stick needs two in a quarter of an hour.
     */
    @WithDefault("1200")
    int requestsPerMinute();
}
