package org.metalayer.agent.screen;

import java.net.URI;
import java.util.Optional;

/**
 * An address that the page shows.
 *
 * @param elsewhere whether it leads to the same place from other devices, so that a code to scan is
 *     of use
 */
record Address(String url, boolean elsewhere) {

    static Address of(String url) {
        String host = Optional.ofNullable(URI.create(url).getHost()).orElse("localhost");
        boolean here =
                host.equals("localhost")
                        || host.endsWith(".localhost")
                        || host.startsWith("127.")
                        || host.equals("[::1]");
        return new Address(url, !here);
    }
}
