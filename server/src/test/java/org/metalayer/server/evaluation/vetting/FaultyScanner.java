package org.metalayer.server.evaluation.vetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Stands in for clamd only in what a healthy one never does. */
final class FaultyScanner implements AutoCloseable {

    enum Fault {
        /** Takes everything and never says a word. */
        HANGS,
        /** Answers the version, then talks nonsense. */
        TALKS_NONSENSE,
        /** Answers the version, then ends the connection while it is being sent to. */
        DROPS,
        /** Answers the version, and half of an answer. */
        STOPS_IN_THE_MIDDLE,
        /** Says that everything is fine before it has seen it, in other words. */
        FLATTERS,
        /** Reports an error of its own. */
        FAILS,
        /** Answers the version, then says that everything is fine when nobody waits any more. */
        SLOW
    }

    /** Longer than any test waits for an answer. */
    private static final Duration LATE = Duration.ofSeconds(7);

    private final ServerSocketChannel socket;
    private final Fault fault;

    private FaultyScanner(Fault fault, ServerSocketChannel socket) {
        this.fault = fault;
        this.socket = socket;
        Thread.ofVirtual().start(this::serve);
    }

    /** Listens at a port of this machine. */
    static FaultyScanner of(Fault fault) throws IOException {
        return new FaultyScanner(
                fault,
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    /** Listens at a Unix socket. */
    static FaultyScanner of(Fault fault, Path socket) throws IOException {
        return new FaultyScanner(
                fault,
                ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        .bind(UnixDomainSocketAddress.of(socket)));
    }

    String address() {
        return "127.0.0.1:" + socket.socket().getLocalPort();
    }

    private void serve() {
        while (socket.isOpen()) {
            try {
                SocketChannel caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(SocketChannel caller) {
        try (caller) {
            InputStream in = Channels.newInputStream(caller);
            byte[] command = in.readNBytes(9);
            if (fault == Fault.HANGS) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } else if (new String(command, StandardCharsets.US_ASCII).startsWith("zVERSION")) {
                say(caller, "ClamAV 1.4.3/1/Sun Nov 29 08:00:00 2026\0");
            } else if (fault != Fault.DROPS) {
                in.readNBytes(8);
                if (fault == Fault.SLOW) {
                    Thread.sleep(LATE);
                }
                say(caller, words());
            }
        } catch (IOException | InterruptedException e) {
            // The other side gave up: what it makes of that is what the test looks at.
            return;
        }
    }

    private String words() {
        return switch (fault) {
            case TALKS_NONSENSE -> "\u0001\u0002 stream OK maybe\0";
            case STOPS_IN_THE_MIDDLE -> "stream: O";
            case FLATTERS -> "stream: OK, surely OK\0";
            case FAILS -> "INSTREAM size limit exceeded. ERROR\0";
            case SLOW -> "stream: OK\0";
            case HANGS, DROPS -> "";
        };
    }

    private static void say(SocketChannel caller, String words) throws IOException {
        Channels.newOutputStream(caller).write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
