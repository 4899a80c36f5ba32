package org.metalayer.agent.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.http.RawClient;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.protocol.ModuleName;

/** The port of a stick's pages: chosen once, kept, and waited for when somebody else has it. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class PagesTest {

    @TempDir private Path root;

    private final List<String> log = new ArrayList<>();
    private TestShelf shelf;
    private StateFile<PagesRecord> record;

    @BeforeEach
    void prepare() throws IOException {
        shelf = TestShelf.in(root);
        record = PagesRecord.file(shelf.stick(), TestShelf.files());
    }

    @Test
    void thePortIsChosenAtTheFirstStartAndKept() throws Exception {
        try (Pages first = pages(1)) {
            first.tend();
        }
        PagesRecord chosen = record.read().orElseThrow();
        assertThat(chosen.port()).isBetween(20_000, 29_999);
        try (Pages second = pages(2)) {
            second.tend();
            assertThat(status(chosen.port())).startsWith("HTTP/1.1 200 ");
        }
        assertThat(record.read()).contains(chosen);
    }

    @Test
    void aBusyPortIsOneLineAndIsTakenOnceItIsFree() throws Exception {
        try (Pages pages = pages(1)) {
            int port;
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                port = other.getLocalPort();
                record.write(PagesRecord.of(port));
                pages.tend();
                pages.tend();
            }
            assertThat(log).hasSize(1);
            assertThat(log.getFirst()).contains("port " + port, "--pages-port");
            assertThat(record.read().orElseThrow().trouble()).isPresent();

            pages.tend();
            assertThat(status(port)).startsWith("HTTP/1.1 200 ");
            assertThat(record.read()).contains(PagesRecord.of(port));
        }
    }

    @Test
    void portZeroShowsNothing() throws Exception {
        record.write(PagesRecord.of(0));
        try (Pages pages = pages(1)) {
            pages.tend();
            assertThat(log).isEmpty();
        }
        assertThat(record.read().orElseThrow().address()).isEmpty();
    }

    private Pages pages(long seed) {
        return new Pages(
                shelf.shelf(), new ModuleName("A stick"), record, new Random(seed), log::add);
    }

    private static String status(int port) throws IOException {
        return RawClient.ask(port, "GET / HTTP/1.0\r\nHost: localhost:%s\r\n\r\n".formatted(port));
    }
}
