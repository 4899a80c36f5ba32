package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A plain nginx that serves one directory: what static files cost where nothing else happens. */
public final class StaticServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);

    private final Process process;
    private final URI url;

    private StaticServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts one and waits until it takes connections.
     *
     * @param place an empty directory for what it writes
     * @param root what it serves
     */
    public static StaticServer start(Path nginx, Path place, Path root) throws IOException {
        int port = freePort();
        Path configuration =
                Files.writeString(place.resolve("nginx.conf"), configuration(place, port, root));
        Process process =
                new ProcessBuilder(
                                nginx.toString(),
                                "-p",
                                place.toString(),
                                "-c",
                                configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(place.resolve("nginx.log").toFile())
                        .start();
        StaticServer server =
                new StaticServer(process, URI.create("http://127.0.0.1:" + port + "/"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Await.until("nginx is ready; log in " + place, START, () -> listening(port));
        return server;
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() {
        Stop.gently(process, START);
    }

    private static String configuration(Path place, int port, Path root) {
        return """
        user %4$s; worker_processes 2; daemon off; pid %1$s/pid; error_log %1$s/error.log;
        events { worker_connections 512; }
        http {
          access_log off; etag on; default_type application/json; keepalive_requests 1000000;
          client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi; uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
          server { listen 127.0.0.1:%2$d; root %3$s; }
        }
        """
                .formatted(place, port, root, System.getProperty("user.name"));
    }

    private static Optional<Integer> listening(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return Optional.of(port);
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
