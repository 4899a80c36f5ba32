package org.metalayer.agent.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * One Main System over HTTP. Every answer is bounded in size and in time; redirects are not
 * followed, because a stick talks to the server it was told and to no other.
 */
public final class MainSystem {

    /** Longest answer that is read into memory: an envelope with room to spare. */
    private static final int MAX_ANSWER = 9 << 20;

    /**
     * Bytes that the JDK reads at a time; it hands each read to another thread. With its 16 KiB a
     * release of 100 MiB takes half as long again.
     */
    private static final int BUFFER = 128 << 10;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient client;
    private final Retry retry;

    static {
        // Read once, when the first HttpClient is made.
        String setting = "jdk.httpclient.bufsize";
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, Integer.toString(BUFFER));
        }
    }

    public MainSystem(URI server, Retry retry) {
        this.server = server;
        this.retry = retry;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .build();
    }

    /**
     * Sends a request whose answer is short.
     *
     * @return an answer with a status of 2xx or 304
     * @throws OfflineException when there is none after all attempts, or one of 5xx or 429
     * @throws ProblemException when the Main System refuses
     * @throws UnexpectedAnswerException when something else answers: the same may be sent again
     */
    public Answer send(Call call) throws IOException {
        return send(call, MAX_ANSWER);
    }

    /**
     * Sends a request whose answer has a length that is known.
     *
     * @param atMost bytes of the answer; it is not longer than other answers may be
     */
    public Answer send(Call call, long atMost) throws IOException {
        return send(call, atMost, Deadline.none());
    }

    /**
     * Sends a request whose answer has to be here in time.
     *
     * @param deadline for all attempts
     */
    public Answer send(Call call, long atMost, Deadline deadline) throws IOException {
        int limit = Math.toIntExact(Math.min(atMost, MAX_ANSWER));
        return retry.run(() -> sendOnce(call, limit, deadline));
    }

    /**
     * Opens a long answer, once. A range behind the end of a file is an answer too.
     *
     * @throws OfflineException when there is none; reading the stream may end with an {@link
     *     IOException} too, and what was read until then is good
     */
    public Download open(Call call) throws IOException {
        HttpResponse<InputStream> response = exchange(call, ANSWER);
        InputStream body = MinimumSpeed.watch(response.body());
        int status = response.statusCode();
        if (status / 100 == 2 || status == Download.BEHIND_THE_END) {
            return new Download(response.statusCode(), response.headers(), body);
        }
        try (body) {
            throw failure(
                    new Answer(
                            response.statusCode(),
                            response.headers(),
                            readShort(body, MAX_ANSWER)));
        }
    }

    private Answer sendOnce(Call call, int limit, Deadline deadline) throws IOException {
        Duration left = deadline.left();
        if (!left.isPositive()) {
            throw new OfflineException("the Main System's answers take too long", Optional.empty());
        }
        HttpResponse<InputStream> response =
                exchange(call, left.compareTo(ANSWER) < 0 ? left : ANSWER);
        Answer answer;
        try (InputStream body = MinimumSpeed.watch(response.body(), deadline)) {
            // A refusal has a body of its own, whatever was asked for.
            int longest = response.statusCode() / 100 == 2 ? limit : MAX_ANSWER;
            answer =
                    new Answer(response.statusCode(), response.headers(), readShort(body, longest));
        } catch (UnexpectedAnswerException e) {
            throw e;
        } catch (IOException e) {
            throw new OfflineException("the Main System's answer was cut off", e);
        }
        if (answer.status() / 100 == 2 || answer.status() == 304) {
            return answer;
        }
        throw failure(answer);
    }

    private static IOException failure(Answer answer) {
        int status = answer.status();
        Optional<Problem> problem = Problem.of(answer);
        if (status >= 500 || status == 429) {
            return new OfflineException(
                    "the Main System is not ready: "
                            + problem.map(Problem::explain).orElse("HTTP status " + status),
                    problem,
                    answer.retryAfter());
        }
        if (status >= 400 && problem.isPresent()) {
            return new ProblemException(problem.get());
        }
        return new UnexpectedAnswerException(
                "the server answered %s and not as a Main System does: is its address right, or is a proxy in between?"
                        .formatted(status));
    }

    private HttpResponse<InputStream> exchange(Call call, Duration within) throws IOException {
        HttpRequest request = call.request(server, within);
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for the Main System");
        } catch (IOException e) {
            throw new OfflineException("%s cannot be reached (%s)".formatted(server, reason(e)), e);
        }
    }

    private static byte[] readShort(InputStream body, int longest) throws IOException {
        byte[] bytes = body.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new UnexpectedAnswerException(
                    "the server's answer is longer than %s bytes".formatted(longest));
        }
        return bytes;
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
