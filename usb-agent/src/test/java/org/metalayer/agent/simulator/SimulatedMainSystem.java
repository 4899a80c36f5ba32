package org.metalayer.agent.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.trust.PinnedRoot;

/** The server side of docs/protocol.md, kept in memory. */
public final class SimulatedMainSystem implements AutoCloseable {

    private final SimulatedTrust trust = new SimulatedTrust();
    private volatile Duration passed = Duration.ZERO;
    private final Blobs blobs = new Blobs();
    private final StickDesk sticks = new StickDesk(this);
    private final ReportDesk reports = new ReportDesk(blobs);
    private final OutcomeDesk outcomes = new OutcomeDesk();
    private final FeedDesk feed = new FeedDesk(blobs, trust, this::now);
    private final Faults faults = new Faults();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> polls = new CopyOnWriteArrayList<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private SimulatedMainSystem(HttpServer server) {
        this.server = server;
    }

    public static SimulatedMainSystem start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SimulatedMainSystem system = new SimulatedMainSystem(server);
            server.setExecutor(system.threads);
            server.createContext("/", system::handle);
            server.start();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public PinnedRoot trust() {
        return trust.pin();
    }

    /** Lets time pass in the world, whatever clocks show. */
    public void timePasses(Duration time) {
        passed = passed.plus(time);
    }

    private Instant now() {
        return Instant.now().plus(passed);
    }

    /** The file that a stick may be prepared with. */
    public byte[] firstRoot() {
        return trust.firstRoot();
    }

    public StickDesk sticks() {
        return sticks;
    }

    public ReportDesk reports() {
        return reports;
    }

    public OutcomeDesk outcomes() {
        return outcomes;
    }

    public FeedDesk feed() {
        return feed;
    }

    public Blobs blobs() {
        return blobs;
    }

    public Faults faults() {
        return faults;
    }

    /** Every request so far, as {@code METHOD path}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Every request for the feed so far, as whoever listens on the line reads it. */
    public List<String> polls() {
        return List.copyOf(polls);
    }

    /** Every range of a file that was asked for. */
    public List<String> ranges() {
        return List.copyOf(ranges);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange raw) {
        Exchange exchange = new Exchange(raw, faults);
        try (raw) {
            requests.add(exchange.method() + " " + exchange.path());
            exchange.header("Range").ifPresent(ranges::add);
            if (exchange.path().startsWith("/feed/")) {
                polls.add(exchange.path() + " " + new TreeMap<>(raw.getRequestHeaders()));
            }
            faults.happen(exchange);
            if (faults.drops(exchange)) {
                return;
            }
            Optional<Response> interception = faults.interceptionOf(exchange);
            exchange.send(interception.isPresent() ? interception.get() : route(exchange));
        } catch (IOException e) {
            // The line broke, as it was meant to.
            return;
        }
    }

    private Response route(Exchange exchange) throws IOException {
        String path = exchange.path();
        try {
            if (path.startsWith("/feed/v1/")) {
                return feed.handle(exchange);
            }
            if (path.equals("/api/v1/stick/time")) {
                return Response.of(200, trust.time(exchange.json().string("nonce"), now()));
            }
            if (path.startsWith("/api/v1/stick/enrolments")
                    || path.startsWith("/api/v1/stick/session")) {
                return sticks.handle(exchange);
            }
            StickDesk.Stick stick = sticks.authenticated(exchange);
            if (path.equals("/api/v1/stick/check-ins")) {
                return sticks.checkIn(stick, exchange);
            }
            return path.equals("/api/v1/stick/outcomes")
                    ? outcomes.handle(stick, exchange)
                    : reports.handle(stick, exchange);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (MalformedDocumentException | InvalidSignatureException e) {
            return Response.problem(422, "malformed", String.valueOf(e.getMessage()));
        }
    }
}
