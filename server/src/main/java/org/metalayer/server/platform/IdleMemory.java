package org.metalayer.server.platform;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * Gives memory back to the machine when a time of much work is over. The serial collector, which
 * needs the least of it, shrinks its heap after full collections only, and an idle server never
 * comes to one; others know a periodic collection for the same reason (JEP 346).
 */
@ApplicationScoped
class IdleMemory {

    private final WorkIsOver workIsOver = new WorkIsOver();

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (workIsOver.at(collections())) {
            System.gc();
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
