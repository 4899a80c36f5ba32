package org.metalayer.agent.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Serves a handler on 127.0.0.1 and ::1, and on no other address; each connection has a thread. */
public final class LoopbackServer implements Closeable {

    private static final byte[] IPV4 = {127, 0, 0, 1};
    private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int BACKLOG = 64;
    private static final long BREATH_MILLIS = 100;

    private final List<ServerSocket> doors;
    private final List<Thread> receivers;
    private final Handler handler;
    private final Limits limits;
    private final Semaphore places;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackServer(List<ServerSocket> doors, Handler handler, Limits limits) {
        this.doors = List.copyOf(doors);
        this.handler = handler;
        this.limits = limits;
        this.places = new Semaphore(limits.connections());
        this.receivers =
                this.doors.stream()
                        .map(door ->
                                Thread.ofVirtual().name("pages").unstarted(() -> receive(door)))
                        .toList();
    }

    /**
     * Opens the port on both addresses. A program that had only one of them would answer in our
     * place, depending on which a browser tries first.
     *
     * @throws java.net.BindException when another program has the port on one of them
     */
    public static LoopbackServer open(int port, Handler handler, Limits limits) throws IOException {
        List<ServerSocket> doors = new ArrayList<>();
        try {
            doors.add(door(IPV4, port));
            if (hasIpv6()) {
                doors.add(door(IPV6, port));
            }
        } catch (IOException e) {
            for (ServerSocket door : doors) {
                door.close();
            }
            throw e;
        }
        LoopbackServer server = new LoopbackServer(doors, handler, limits);
        server.receivers.forEach(Thread::start);
        return server;
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket door : doors) {
            door.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
        // The port is free only when nobody waits at it any more.
        for (Thread receiver : receivers) {
            leave(receiver);
        }
    }

    private static void leave(Thread receiver) {
        try {
            receiver.join(Duration.ofMillis(10 * BREATH_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                admit(door.accept());
            } catch (IOException e) {
                pause();
            }
        }
    }

    private void admit(Socket socket) {
        Connection connection = new Connection(socket, handler, limits);
        if (!places.tryAcquire()) {
            connection.tooMany();
            return;
        }
        open.add(socket);
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        connection.serve();
                    } finally {
                        open.remove(socket);
                        places.release();
                    }
                });
    }

    /** When files or memory are short, waiting is better than asking again at once. */
    private static void pause() {
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket _ = door(IPV6, 0)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket door(byte[] address, int port) throws IOException {
        ServerSocket door = new ServerSocket();
        try {
            door.bind(new InetSocketAddress(InetAddress.getByAddress(address), port), BACKLOG);
            return door;
        } catch (IOException e) {
            door.close();
            throw e;
        }
    }
}
