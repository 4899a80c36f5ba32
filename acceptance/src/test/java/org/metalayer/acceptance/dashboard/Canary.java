package org.metalayer.acceptance.dashboard;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that nobody should ever reach: notes every connection and every datagram. */
final class Canary implements AutoCloseable {
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    Canary() throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        tcp = new ServerSocket(0, 50, here);
        udp = new DatagramSocket(new InetSocketAddress(here, tcp.getLocalPort()));
        Thread.ofVirtual().start(this::accept);
        Thread.ofVirtual().start(this::receive);
    }

    int port() {
        return tcp.getLocalPort();
    }

    List<String> arrived() {
        return List.copyOf(arrived);
    }

    void forget() {
        arrived.clear();
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                arrived.add("a connection");
                socket.getOutputStream()
                        .write("HTTP/1.1 204 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // It went away before the answer.
            }
        }
    }

    private void receive() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (!udp.isClosed()) {
            try {
                udp.receive(packet);
                arrived.add("a datagram");
            } catch (IOException _) {
                // The end.
            }
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
