package org.metalayer.agent.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What goes wrong on the line, each fault as often as it was asked for. */
public final class Faults {

    static final long LOST = -1;

    private static final long WHOLE = Long.MAX_VALUE;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Response> intercepted = new LinkedHashMap<>();
    private final Map<String, Runnable> events = new LinkedHashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private boolean offline;

    private static final class Fault {
        private final String method;
        private final String prefix;
        private final long bytes;
        private final boolean before;
        private int times;

        Fault(String method, String prefix, long bytes, boolean before, int times) {
            this.method = method;
            this.prefix = prefix;
            this.bytes = bytes;
            this.before = before;
            this.times = times;
        }

        boolean meets(Exchange exchange) {
            return exchange.method().equals(method) && exchange.path().startsWith(prefix);
        }
    }

    /** Nobody answers while this is on. */
    public synchronized void offline(boolean off) {
        offline = off;
    }

    /** Does what is asked, but the answer never arrives. */
    public synchronized void loseAnswers(String method, String pathPrefix, int times) {
        faults.add(new Fault(method, pathPrefix, LOST, false, times));
    }

    /** Ends the answer after some bytes of its body. */
    public synchronized void cutAnswers(String pathPrefix, long bytes, int times) {
        faults.add(new Fault("GET", pathPrefix, bytes, false, times));
    }

    /** Ends the connection after some bytes of the request's body. */
    public synchronized void cutRequests(String method, String pathPrefix, long bytes, int times) {
        faults.add(new Fault(method, pathPrefix, bytes, true, times));
    }

    /** Something in between answers in its own words: a proxy's limit, a captive portal. */
    public synchronized void intercept(String pathPrefix, int status) {
        intercepted.put(pathPrefix, Response.html(status));
    }

    /** Somebody answers in the Main System's place. */
    public synchronized void answer(String pathPrefix, int status, byte[] body) {
        intercepted.put(pathPrefix, Response.of(status, body));
    }

    /** Requests do not arrive, such as {@code GET /feed/}. */
    public synchronized void drop(String methodAndPathPrefix) {
        dropped.add(methodAndPathPrefix);
    }

    /** Something happens in the world when this is asked for next, once. */
    public synchronized void atNext(String pathPrefix, Runnable event) {
        events.put(pathPrefix, event);
    }

    void happen(Exchange exchange) {
        Optional<Runnable> event = takeEvent(exchange);
        event.ifPresent(Runnable::run);
    }

    private synchronized Optional<Runnable> takeEvent(Exchange exchange) {
        Optional<String> due =
                events.keySet().stream()
                        .filter(prefix -> exchange.path().startsWith(prefix))
                        .findFirst();
        return due.flatMap(prefix -> Optional.ofNullable(events.remove(prefix)));
    }

    /** Everything works again. */
    public synchronized void clear() {
        faults.clear();
        intercepted.clear();
        dropped.clear();
        offline = false;
    }

    synchronized boolean drops(Exchange exchange) {
        String request = exchange.method() + " " + exchange.path();
        return offline || dropped.stream().anyMatch(request::startsWith);
    }

    synchronized Optional<Response> interceptionOf(Exchange exchange) {
        return intercepted.entrySet().stream()
                .filter(entry -> exchange.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    synchronized long cutAfter(Exchange exchange) {
        return take(exchange, false);
    }

    /** How many bytes of the request still arrive. */
    synchronized long requestCutAfter(Exchange exchange) {
        return take(exchange, true);
    }

    private long take(Exchange exchange, boolean before) {
        for (Iterator<Fault> all = faults.iterator(); all.hasNext(); ) {
            Fault fault = all.next();
            if (fault.before == before && fault.meets(exchange)) {
                fault.times--;
                if (fault.times <= 0) {
                    all.remove();
                }
                return fault.bytes;
            }
        }
        return WHOLE;
    }
}
