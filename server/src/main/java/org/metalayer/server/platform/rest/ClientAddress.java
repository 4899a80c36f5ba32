package org.metalayer.server.platform.rest;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request came from. Whether a proxy is believed about that, Quarkus decides by its
 * settings ({@code quarkus.http.proxy}); no header is read here.
 */
public final class ClientAddress {

    private static final int NETWORK = 8;

    private ClientAddress() {}

    /** The address that limits count by: of IPv6 the network, since a client owns all of it. */
    public static String of(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        return address == null ? "" : network(address);
    }

    static String network(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(Arrays.copyOf(wide.getAddress(), NETWORK)) + "/64"
                    : literal.getHostAddress();
        } catch (IllegalArgumentException nameFromAProxy) {
            return address;
        }
    }
}
