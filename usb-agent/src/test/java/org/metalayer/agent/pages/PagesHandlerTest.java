package org.metalayer.agent.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.http.Limits;
import org.metalayer.agent.http.LoopbackServer;
import org.metalayer.agent.http.RawClient;
import org.metalayer.protocol.ModuleName;

/** What is given out, under which name, to whom, and with which rules. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class PagesHandlerTest {

    private static final String IFRAME = "Sec-Fetch-Dest: iframe\r\nSec-Fetch-Site: same-site\r\n";
    private static final String SCRIPT =
            "Sec-Fetch-Dest: script\r\nSec-Fetch-Site: same-origin\r\n";
    private static final String HOSTILE = "<script>alert(1)</script>\"'&";

    @TempDir private Path root;

    private TestShelf shelf;
    private LoopbackServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        shelf = TestShelf.in(root);
        shelf.write("player", "index.html", "<!doctype html><title>Player</title>");
        shelf.write("player", "player.js", "play();");
        shelf.write("player", "tune.mp3", "0123456789");
        shelf.write("player", "deep/name with ü.txt", "deep");
        shelf.release("player", 3);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PagesHandler handler =
                new PagesHandler(shelf.shelf(), new ModuleName(HOSTILE), new Addresses(port));
        server = LoopbackServer.open(port, handler, Limits.DEFAULT);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aReleaseIsServedInItsOwnOriginUnderThePolicyOfTheSandbox() throws Exception {
        String page = get("page.player.localhost", "/", IFRAME);
        assertThat(page)
                .startsWith("HTTP/1.1 200 ")
                .endsWith("<title>Player</title>")
                .contains("Content-Type: text/html; charset=utf-8")
                .contains("Cache-Control: no-cache")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer")
                .contains("X-DNS-Prefetch-Control: off")
                .contains("Cross-Origin-Resource-Policy: same-origin")
                .contains("Connection-Allowlist: (response-origin)")
                .contains("camera=()")
                .doesNotContain("unsafe-")
                .contains(
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src"
                                + " 'self'; img-src 'self' data: blob:; media-src 'self' data:"
                                + " blob:; font-src 'self' data:; connect-src 'self'; worker-src"
                                + " 'none'; frame-src 'none'; object-src 'none'; manifest-src"
                                + " 'none'; base-uri 'none'; form-action 'none'; frame-ancestors"
                                + " http://player.localhost:"
                                + port
                                + "; webrtc 'block'; sandbox allow-scripts allow-same-origin"
                                + " allow-forms\r\n");
    }

    @Test
    void thePageAroundItMayHoldThatContentAndNothingElse() throws Exception {
        String frame = get("player.localhost", "/", "Sec-Fetch-Dest: document\r\n");
        assertThat(frame)
                .startsWith("HTTP/1.1 200 ")
                .contains("default-src 'none'; style-src 'self'; img-src 'self'")
                .contains("frame-ancestors 'none'; frame-src http://page.player.localhost:" + port)
                .contains("src=\"http://page.player.localhost:" + port + "/\"")
                .contains("sandbox=\"allow-scripts allow-same-origin allow-forms\"")
                .contains("Release 3")
                .doesNotContain("script-src");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1",
                "[::1]",
                "localhost.evil.example",
                "LOCALHOST",
                "x.page.player.localhost",
                "page.localhost.localhost.",
                "..localhost",
                "page..localhost",
                "-preview-.localhost",
                "evil.example, localhost"
            })
    void anotherNameThanOurOwnFindsNothing(String name) throws Exception {
        assertThat(get(name, "/", IFRAME)).startsWith("HTTP/1.1 421 ").doesNotContain("evil");
    }

    @Test
    void ourNameAtAnotherPortFindsNothing() throws Exception {
        String request = "GET / HTTP/1.1\r\nConnection: close\r\nHost: localhost:1\r\n\r\n";
        assertThat(RawClient.ask(port, request)).startsWith("HTTP/1.1 421 ");
    }

    @Test
    void whatTheManifestDoesNotListIsNotServedAsTheRelease() throws Exception {
        shelf.write("player", "added.js", "added();");
        shelf.write("notes", "index.html", "never released");
        assertThat(get("page.player.localhost", "/added.js", SCRIPT)).startsWith("HTTP/1.1 404 ");
        assertThat(get("page.notes.localhost", "/", IFRAME)).startsWith("HTTP/1.1 404 ");
        assertThat(get("page.player.localhost", "/deep/", SCRIPT)).startsWith("HTTP/1.1 400 ");
        assertThat(get("page.player.localhost", "/deep", SCRIPT)).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aChangedFileIsServedInThePreviewOnly() throws Exception {
        shelf.write("player", "player.js", "hack();");
        assertThat(get("page.player.localhost", "/player.js", SCRIPT))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("hack");
        assertThat(get("page.-preview-player.localhost", "/player.js", SCRIPT))
                .startsWith("HTTP/1.1 200 ")
                .contains("Cache-Control: no-store")
                .contains("frame-ancestors http://-preview-player.localhost:" + port)
                .endsWith("hack();");
        assertThat(get("-preview-player.localhost", "/", "")).contains("Preview: your own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret",
                "/%2e%2e/secret",
                "/..%2fsecret",
                "/deep/../index.html",
                "//index.html",
                "/./index.html",
                "/%00index.html",
                "/index.html%00",
                "/a%0d%0ab",
                "/%c0%ae%c0%ae/secret",
                "/%",
                "/%zz",
                "/%2",
                "/..\\secret",
                "/..%5csecret",
                "/%ff",
                "/CON",
                "/a//b"
            })
    void pathTricksAreRefused(String path) throws Exception {
        Files.writeString(root.resolve("secret"), "the secret");
        Files.writeString(root.resolve("module/secret"), "the secret");
        for (String host :
                new String[] {"page.player.localhost", "page.-preview-player.localhost"}) {
            assertThat(get(host, path, SCRIPT))
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("the secret");
        }
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        Path secret = Files.writeString(root.resolve("secret.js"), "player");
        Path inside = shelf.directory("player");
        Files.createSymbolicLink(inside.resolve("link.js"), secret);
        Files.createSymbolicLink(inside.resolve("out"), root);
        Files.move(inside.resolve("deep"), inside.resolve("moved"));
        Files.createSymbolicLink(inside.resolve("deep"), inside.resolve("moved"));
        for (String path : new String[] {"/link.js", "/out/secret.js"}) {
            assertThat(get("page.-preview-player.localhost", path, SCRIPT))
                    .startsWith("HTTP/1.1 404 ");
        }
        assertThat(get("page.player.localhost", "/deep/name%20with%20%C3%BC.txt", SCRIPT))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void namesInUtf8AreFound() throws Exception {
        assertThat(get("page.player.localhost", "/deep/name%20with%20%C3%BC.txt?v=1", SCRIPT))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("deep");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 'bytes 2-4/10', 234",
        "bytes=7-, 206, 'bytes 7-9/10', 789",
        "bytes=-3, 206, 'bytes 7-9/10', 789",
        "bytes=-99, 206, 'bytes 0-9/10', 0123456789",
        "bytes=5-99999, 206, 'bytes 5-9/10', 56789",
        "bytes=10-, 416, 'bytes */10', ''",
        "bytes=-0, 416, 'bytes */10', ''",
        "bytes=4-2, 200, '', 0123456789",
        "'bytes=0-1,3-4', 200, '', 0123456789",
        "bytes=99999999999999999999-, 200, '', 0123456789",
    })
    void mediaAreServedInParts(String range, int status, String shown, String body)
            throws Exception {
        String part = get("page.player.localhost", "/tune.mp3", "Range: " + range + "\r\n");
        assertThat(part).startsWith("HTTP/1.1 %s ".formatted(status)).contains(shown);
        if (status != 416) {
            assertThat(part).endsWith("\r\n\r\n" + body).contains("Content-Type: audio/mpeg");
        }
    }

    @Test
    void aBrowserThatHasTheReleaseAlreadyIsToldSoUntilItIsUpgraded() throws Exception {
        String tag = header(get("page.player.localhost", "/player.js", SCRIPT), "ETag");
        String condition = SCRIPT + "If-None-Match: " + tag + "\r\n";
        assertThat(get("page.player.localhost", "/player.js", condition))
                .startsWith("HTTP/1.1 304 ")
                .doesNotContain("play()");
        shelf.write("player", "player.js", "play(better);").release("player", 4);
        assertThat(get("page.player.localhost", "/player.js", condition))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("play(better);");
    }

    @ParameterizedTest
    @CsvSource({
        "document, none, 403",
        "document, cross-site, 403",
        "iframe, cross-site, 403",
        "serviceworker, same-origin, 403",
        "worker, same-origin, 403",
        "sharedworker, same-origin, 403",
        "script, same-site, 403",
        "image, cross-site, 403",
        "script, same-origin, 200",
        "iframe, same-site, 200",
        "iframe, same-origin, 200"
    })
    void contentIsGivenToItsOwnFrameOnly(String destination, String site, int status)
            throws Exception {
        String visit = "Sec-Fetch-Dest: %s\r\nSec-Fetch-Site: %s\r\n".formatted(destination, site);
        assertThat(get("page.player.localhost", "/", visit))
                .startsWith("HTTP/1.1 %s ".formatted(status));
    }

    @Test
    void aBrowserThatDoesNotSayWhatItDoesGetsNoPage() throws Exception {
        assertThat(get("page.player.localhost", "/", "")).startsWith("HTTP/1.1 403 ");
        assertThat(get("page.player.localhost", "/tune.mp3", "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void otherMethodsAreRefusedAndNothingAskedIsRepeated() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"}) {
            String answer =
                    RawClient.ask(
                            port,
                            "%s /reflect?me HTTP/1.1\r\nHost: localhost:%s\r\nX: reflect\r\nConnection: close\r\n\r\n"
                                    .formatted(method, port));
            assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
            assertThat(answer).doesNotContain("reflect").contains("default-src 'none'");
        }
        assertThat(get("localhost", "/reflect", "")).startsWith("HTTP/1.1 404 ");
        assertThat(get("page.player.localhost", "/reflect.js", SCRIPT)).doesNotContain("reflect");
    }

    @Test
    void theStartPageListsEverythingAndShowsTextAsText() throws Exception {
        shelf.write("odd", "component.json", "{\"title\": \"<img src=x onerror=alert(1)>\"}");
        shelf.write("odd", "index.html", "odd").release("odd", 1);
        shelf.write("player", "player.js", "better();");
        String page = get("localhost", "/", "Sec-Fetch-Dest: document\r\n");
        assertThat(page)
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
                .doesNotContain("<img src=x")
                .doesNotContain("<script")
                .contains("href=\"http://player.localhost:" + port + "/\"")
                .contains("href=\"http://-preview-player.localhost:" + port + "/\"")
                .contains("Release 3, and 1 change of yours")
                .contains("frame-ancestors 'none'");
        assertThat(page.substring(page.indexOf("\r\n\r\n"))).contains("cannot");
    }

    @Test
    void aBrokenDescriptionOfAComponentHidesNothing() throws Exception {
        shelf.write("odd", "component.json", "{\"title\": ").write("odd", "index.html", "odd");
        shelf.release("odd", 1);
        assertThat(get("page.odd.localhost", "/", IFRAME)).endsWith("odd");
        assertThat(get("localhost", "/", "")).contains("<h3>odd</h3>");
    }

    @Test
    void tooManyCookiesAreSweptAway() throws Exception {
        String answer = get("player.localhost", "/", "Cookie: " + "x".repeat(20_000) + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("Clear-Site-Data: \"cookies\"");
    }

    private String get(String host, String path, String headers) throws IOException {
        return RawClient.ask(
                port,
                "GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n%s\r\n"
                        .formatted(path, host, port, headers));
    }

    private static String header(String answer, String name) {
        int at = answer.indexOf(name + ": ") + name.length() + 2;
        return answer.substring(at, answer.indexOf("\r\n", at));
    }
}
