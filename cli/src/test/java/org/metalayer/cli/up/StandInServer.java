package org.metalayer.cli.up;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Stands in for the Main System where only its life matters: starts, is ready, ends on a signal.
 * What else it does is told by the file {@code behaviour} in its data directory.
 */
public final class StandInServer {

    private StandInServer() {}

    /** As the Main System, it is configured by system properties. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(System.getProperty("metalayer.data"));
        int port = Integer.getInteger("quarkus.http.port");
        Path behaviour = data.resolve("behaviour");
        String told = Files.exists(behaviour) ? Files.readString(behaviour).strip() : "";
        if (told.equals("fail")) {
            System.err.println("metalayer: the stand-in cannot start");
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(data, told)));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/q/health/ready", StandInServer::ready);
        server.start();
        System.out.println("stand-in \u001b[31mstarted\u001b[0m");
        new CountDownLatch(1).await();
    }

    private static void ready(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void end(Path data, String told) {
        try {
            Files.writeString(data.resolve("ended"), told);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
