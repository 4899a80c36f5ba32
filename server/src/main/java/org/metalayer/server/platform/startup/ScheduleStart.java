package org.metalayer.server.platform.startup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Lets schedules run once everything has started: before, the first start may still be making what
 * they work on.
 */
@ApplicationScoped
class ScheduleStart {

    @Inject Scheduler scheduler;

    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent starting) {
        scheduler.resume();
    }
}
