package org.metalayer.cli.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import org.metalayer.cli.platform.CliException;

/** Sends requests and says in one line what kept one from being answered. */
final class Exchange {
    private final HttpClient http;

    Exchange(HttpClient http) {
        this.http = http;
    }

    Answer send(HttpRequest request) {
        HttpResponse<byte[]> response = receive(request);
        if (response.statusCode() / 100 != 2) {
            throw ProblemException.read(response.statusCode(), response.body());
        }
        return new Answer(response.body(), cookies(response));
    }

    private static List<String> cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .toList();
    }

    private HttpResponse<byte[]> receive(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new CliException(unreachable(origin(request.uri()), e), e);
        } catch (HttpTimeoutException e) {
            throw new CliException(
                    "the Main System at %s did not answer in time; try again"
                            .formatted(origin(request.uri())),
                    e);
        } catch (IOException e) {
            throw new CliException(
                    "the connection to %s failed (%s); try again"
                            .formatted(origin(request.uri()), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("interrupted", e);
        }
    }

    private static String unreachable(String origin, ConnectException e) {
        return isUnknownHost(e)
                ? "there is no host of the name in %s; check --url".formatted(origin)
                : "no Main System answers at %s; start it with ./metalayer up".formatted(origin);
    }

    private static boolean isUnknownHost(Throwable e) {
        return e instanceof UnresolvedAddressException
                || (e.getCause() != null && isUnknownHost(e.getCause()));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
