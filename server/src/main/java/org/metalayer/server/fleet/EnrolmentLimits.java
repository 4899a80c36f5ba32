package org.metalayer.server.fleet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many strangers may knock. An enrolment needs no account, so its cost must be bounded. */
@ConfigMapping(prefix = "metalayer.enrolment")
interface EnrolmentLimits {

    /** Requests from one address, new or repeated. */
    @WithDefault("600")
    int requestsPerMinute();

    /** Sticks that wait for an operator at one time; more are refused until somebody decides. */
    @WithDefault("1000")
    int pending();

    /** Of those, sticks that first came from the same address. */
    @WithDefault("100")
    int pendingPerAddress();
}
