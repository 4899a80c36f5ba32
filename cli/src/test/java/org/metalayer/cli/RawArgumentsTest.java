package org.metalayer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawArgumentsTest {

    @Test
    void takesTheLastWordsAsTheyWereGiven() {
        byte[] commandLine = "java\0-jar\0cli.jar\0report\0Küche\0\0台所\0".getBytes(UTF_8);
        assertThat(RawArguments.last(4, commandLine)).containsExactly("report", "Küche", "", "台所");
        assertThat(RawArguments.last(0, commandLine)).isEmpty();
    }
}
