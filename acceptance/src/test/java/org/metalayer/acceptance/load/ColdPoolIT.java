package org.metalayer.acceptance.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonValue;

/**
 * A pool that opens its database connections while virtual threads wait for them can spin for ever
 * (agroal 201 and 214): nobody is answered any more, and every core is busy. So a Main System that
 * has only just started gets far more callers than it has connections.
 */
class ColdPoolIT {
    private static final int STICKS = 8;
    private static final int CALLERS = 64;
    private static final Duration RUSH = Duration.ofSeconds(5);

    /** A request that was not answered by then never will be. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of the looks; a pool that spins is seen by all of them. */
    static final double AT_REST = 0.5;

    private static final String ANSWERED = "HTTP/1.1 200 OK";

    @Test
    void aRushOnAColdMainSystemIsAnsweredAndThenItRests() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("cold-pool", scratch.root())) {
            List<byte[]> requests = requests(system);
            system.restart();

            List<String> answers = rush(system.url(), requests);

            assertThat(answers).hasSizeGreaterThanOrEqualTo(CALLERS).containsOnly(ANSWERED);
            eventually(
                    "the Main System rests; its share of looks that found it busy",
                    () -> Unrest.of(system.process().pid()),
                    unrest -> unrest < AT_REST);
            assertThat(system.operator().get("/sticks").status()).isEqualTo(200);
        }
    }

    /** Check-ins of different sticks and lists for an operator, ready to be sent. */
    private static List<byte[]> requests(MainSystem system) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        String token = system.operator().http().headers().getOrDefault("Authorization", "");
        for (int number = 1; number <= STICKS; number++) {
            WireStick stick = WireStick.accepted(system, "caller-" + number);
            requests.add(
                    request(
                            "POST",
                            "/api/v1/stick/check-ins",
                            "Bearer " + stick.token(),
                            checkIn()));
            requests.add(request("GET", "/api/v1/sticks", token, new byte[0]));
        }
        return requests;
    }

    private static byte[] checkIn() {
        return Json.write(
                new JsonBuilder()
                        .put("agent_version", "0.1.0")
                        .put("installed", List.of(), JsonValue.Text::new)
                        .put("free_bytes", 1)
                        .put("clock", Instant.EPOCH)
                        .build());
    }

    private static byte[] request(String method, String path, String authorization, byte[] body) {
        return """
        %s %s HTTP/1.1
        Host: localhost
        Authorization: %s
        Content-Type: application/json
        Content-Length: %d
        Connection: close

        %s\
        """
                .formatted(method, path, authorization, body.length, new String(body, UTF_8))
                .replace("\n", "\r\n")
                .getBytes(UTF_8);
    }

    /** The first line of every answer, or what came instead of one. */
    private static List<String> rush(URI url, List<byte[]> requests) throws Exception {
        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        long end = System.nanoTime() + RUSH.toNanos();
        List<Callable<String>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            byte[] request = requests.get(caller % requests.size());
            callers.add(() -> {
                do {
                    answers.add(ask(url, request));
                } while (System.nanoTime() < end);
                return "done";
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long limit = RUSH.plus(PATIENCE).plus(PATIENCE).toSeconds();
            assertThat(executor.invokeAll(callers, limit, TimeUnit.SECONDS))
                    .noneMatch(Future::isCancelled);
        }
        return answers;
    }

    /** Asks over a connection of its own. */
    private static String ask(URI url, byte[] request) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String first = String.valueOf(answer.readLine());
            answer.transferTo(Writer.nullWriter());
            return first;
        } catch (IOException e) {
            return e.toString();
        }
    }
}
