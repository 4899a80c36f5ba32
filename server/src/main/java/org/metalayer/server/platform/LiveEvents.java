package org.metalayer.server.platform;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * Tells watching operators that something changed. What a transaction publishes is told when it has
 * committed, and never when it is rolled back.
 */
@ApplicationScoped
public class LiveEvents {

    /** A watcher that falls this far behind is cut off; it reconnects and asks for everything. */
    private static final int BACKLOG = 256;

    @Inject Event<LiveEvent> committed;
    @Inject InstantSource clock;

    private final BroadcastProcessor<LiveEvent> broadcast = BroadcastProcessor.create();
    private final BroadcastProcessor<String> dismissed = BroadcastProcessor.create();

    /** Publishes at commit, or at once where no transaction runs. */
    public void publish(String type, Object id) {
        committed.fire(new LiveEvent(type, id.toString(), clock.instant()));
    }

    /** Everything published from now on. */
    public Multi<LiveEvent> watch() {
        return broadcast.onOverflow().buffer(BACKLOG);
    }

    /** Ends what this operator watches; who may still watch begins again. */
    public synchronized void dismiss(String operator) {
        dismissed.onNext(operator);
    }

    /** Emits when this operator is to watch no longer. */
    public Multi<String> dismissals(String operator) {
        return dismissed.onOverflow().buffer(BACKLOG).filter(operator::equals);
    }

    /** One at a time, as the reactive streams contract demands of whoever emits. */
    synchronized void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) LiveEvent event) {
        broadcast.onNext(event);
    }
}
