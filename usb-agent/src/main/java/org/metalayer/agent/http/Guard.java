package org.metalayer.agent.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends a connection whose other side is too slow, whether it reads or writes. */
final class Guard implements Closeable {

    private final Socket socket;
    private final Thread watcher = Thread.ofVirtual().unstarted(this::watch);
    private volatile long deadline;
    private volatile boolean over;

    private Guard(Socket socket) {
        this.socket = socket;
    }

    static Guard over(Socket socket, Duration first) {
        Guard guard = new Guard(socket);
        guard.within(first);
        guard.watcher.start();
        return guard;
    }

    /** From now on, this much time. */
    void within(Duration time) {
        long before = deadline;
        deadline = System.nanoTime() + time.toNanos();
        if (deadline - before < 0) {
            LockSupport.unpark(watcher);
        }
    }

    private void watch() {
        long rest = deadline - System.nanoTime();
        while (rest > 0 && !over) {
            LockSupport.parkNanos(rest);
            rest = deadline - System.nanoTime();
        }
        try {
            socket.close();
        } catch (IOException _) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(watcher);
    }
}
