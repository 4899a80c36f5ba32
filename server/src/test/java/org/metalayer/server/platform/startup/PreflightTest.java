package org.metalayer.server.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;

class PreflightTest {

    private static final String LOOPBACK = "127.0.0.1";

    @TempDir Path directory;

    @Test
    void takesAUsableDirectoryAndGivesItBack() {
        check(settings(0, 1)).close();
        check(settings(0, 1)).close();
    }

    @Test
    void keepsTheDataDirectoryToItself() throws IOException {
        check(settings(0, 1)).close();
        assertThat(Files.getPosixFilePermissions(directory.resolve("data")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
    }

    @Test
    void namesABusyPortAndHowToChooseAnother() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> check(settings(busy.getLocalPort(), 1)))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContainingAll(
                            Integer.toString(busy.getLocalPort()), "QUARKUS_HTTP_PORT");
        }
    }

    @Test
    void refusesADirectoryThatAnotherMainSystemUses() {
        try (DataDirectoryLock _ = check(settings(0, 1))) {
            assertThatThrownBy(() -> check(settings(0, 1)))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContainingAll("in use by another", "METALAYER_DATA");
        }
    }

    @Test
    void refusesToStartOnAFullDisk() {
        assertThatThrownBy(() -> check(settings(0, Integer.MAX_VALUE)))
                .isInstanceOf(StartupException.class)
                .hasMessageContainingAll("MB are free", "free some space");
    }

    @Test
    void refusesADirectoryThatCannotBeMade() throws IOException {
        Files.createFile(directory.resolve("data"));
        assertThatThrownBy(() -> check(settings(0, 1)))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("cannot be written");
    }

    private StartupSettings settings(int port, long headroom) {
        return new StartupSettings(
                directory.resolve("data"), Optional.empty(), LOOPBACK, port, headroom);
    }

    private static DataDirectoryLock check(StartupSettings settings) {
        return Preflight.check(settings, new DataDirectory(settings.data()));
    }
}
