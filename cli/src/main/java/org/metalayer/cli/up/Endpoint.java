package org.metalayer.cli.up;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;

/**
 * Where the Main System will answer.
 *
 * @param host as this computer reaches it
 * @param everywhere whether other computers reach it at any of this one's addresses
 */
record Endpoint(String host, int port, boolean everywhere) {
    private static final String EVERYWHERE = "0.0.0.0";
    private static final Set<String> WILDCARDS = Set.of(EVERYWHERE, "::");
    private static final Set<String> HERE = Set.of("127.0.0.1", "::1", "localhost");

    /**
     * Makes sure that the port is free; takes a free one for 0.
     *
     * @throws CliException when something else uses it
     */
    static Endpoint require(Environment environment, int port) {
        String bound = environment.variable("QUARKUS_HTTP_HOST").orElse(EVERYWHERE);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(bound, port));
            boolean everywhere = WILDCARDS.contains(bound);
            return new Endpoint(
                    everywhere || HERE.contains(bound) ? "localhost" : bound,
                    probe.getLocalPort(),
                    everywhere);
        } catch (IOException e) {
            throw new CliException(
                    "port %d cannot be used (%s); stop what uses it, or choose another with --port N"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    URI url() {
        return URI.create(
                "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }
}
