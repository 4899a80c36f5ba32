package org.metalayer.agent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsReleaseTest {

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMAGE_VERSION=1.2.3",
                "NAME=\"x\"\nIMAGE_VERSION=\"1.2.3\"\n",
                "IMAGE_VERSION='1.2.3'  \r\nIMAGE_VERSION=9"
            })
    void theVersionIsRead(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("os-release"), text);

        assertThat(OsRelease.imageVersion(file)).contains("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "NAME=Debian\n", "IMAGE_VERSION=", "IMAGE_VERSION=\"\"", "\0\u00ff"})
    void whatIsNoImageHasNone(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("os-release"), text);

        assertThat(OsRelease.imageVersion(file)).isEmpty();
    }

    @Test
    void neitherHasAComputerThatDoesNotSay() {
        assertThat(OsRelease.imageVersion(directory.resolve("nothing"))).isEmpty();
        assertThat(OsRelease.imageVersion(directory)).isEmpty();
    }
}
