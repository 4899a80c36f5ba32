package org.metalayer.server.evaluation.vetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

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
        FAILS
    }

    private final ServerSocket socket;
    private final Fault fault;

    FaultyScanner(Fault fault) throws IOException {
        this.fault = fault;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            InputStream in = caller.getInputStream();
            byte[] command = in.readNBytes(9);
            if (fault == Fault.HANGS) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } else if (new String(command, StandardCharsets.US_ASCII).startsWith("zVERSION")) {
                say(caller, "ClamAV 1.4.3/1/Sun Nov 29 08:00:00 2026\0");
            } else if (fault != Fault.DROPS) {
                in.readNBytes(8);
                say(caller, words());
            }
        } catch (IOException e) {
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
            case HANGS, DROPS -> "";
        };
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
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
