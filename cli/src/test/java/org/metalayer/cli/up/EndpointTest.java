package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Installation;

class EndpointTest {

    @Test
    void refusesABusyPort() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThatThrownBy(() -> Endpoint.require(with(Map.of()), busy.getLocalPort()))
                    .hasMessageStartingWith("port %d cannot be used".formatted(busy.getLocalPort()))
                    .hasMessageContaining("--port N");
        }
    }

    @Test
    void refusesAPortThatOnlyOneAddressHasBusy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            Endpoint.require(
                                    with(Map.of("QUARKUS_HTTP_HOST", "localhost")),
                                    busy.getLocalPort()))
                    .hasMessageContaining("--port N");
        }
    }

    @Test
    void findsAFreePort() {
        Endpoint endpoint = Endpoint.require(with(Map.of()), 0);
        assertThat(endpoint.url()).hasToString("http://localhost:" + endpoint.port());
        assertThat(endpoint.port()).isBetween(1024, 65535);
    }

    @Test
    void answersWhereItIsBound() {
        assertThat(new Endpoint("192.0.2.7", 80, false).url()).hasToString("http://192.0.2.7:80");
        assertThat(new Endpoint("2001:db8::7", 80, false).url())
                .hasToString("http://[2001:db8::7]:80");
    }

    private static Environment with(Map<String, String> variables) {
        return new Environment(
                variables,
                new Installation(Path.of(".")),
                InputStream.nullInputStream(),
                System.out,
                System.err,
                false,
                InstantSource.system());
    }
}
