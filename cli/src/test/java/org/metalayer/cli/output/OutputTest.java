package org.metalayer.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Installation;

class OutputTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void alignsColumnsAndLeavesNothingBehindTheLast() {
        output(false, Map.of())
                .table(
                        new Table("NAME", "STATE")
                                .row(Cell.of("usb_001"), Cell.state("accepted"))
                                .row(Cell.of("a"), Cell.state("needs_human")),
                        "nothing");
        assertThat(printed.toString(UTF_8))
                .isEqualTo("NAME     STATE\nusb_001  accepted\na        needs human\n");
    }

    @Test
    void countsColumnsOfTheTerminalNotCharacters() {
        output(false, Map.of())
                .table(
                        new Table("NAME", "STATE")
                                .row(Cell.of("台所"), Cell.of("x"))
                                .row(Cell.of("e\u0301t\u00E9 🎵"), Cell.of("y")),
                        "nothing");
        assertThat(printed.toString(UTF_8).lines())
                .containsExactly("NAME    STATE", "台所    x", "e\u0301t\u00E9 🎵  y");
    }

    @Test
    void saysSoWhenThereIsNothing() {
        output(false, Map.of()).table(new Table("NAME"), "There are no sticks.");
        assertThat(printed.toString(UTF_8)).isEqualTo("There are no sticks.\n");
    }

    @Test
    void coloursOnlyForAPersonWhoWantsIt() {
        Table table = new Table("STATE").row(Cell.state("halted"));
        output(true, Map.of()).table(table, "");
        assertThat(printed.toString(UTF_8)).contains("\u001B[31mhalted\u001B[0m");
        for (Map<String, String> without :
                List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
            printed.reset();
            output(true, without).table(table, "");
            assertThat(printed.toString(UTF_8)).isEqualTo("STATE\nhalted\n");
        }
    }

    @Test
    void aCellCannotColourItself() {
        output(true, Map.of()).table(new Table("A").row(Cell.of("\u001B[31mred")), "");
        assertThat(printed.toString(UTF_8)).contains("\uFFFD[31mred").doesNotContain("\u001B[31m");
    }

    @Test
    void programsGetJsonByteForByte() {
        byte[] document = "{ \"name\" :\"\u009B\" }".getBytes(UTF_8);
        output(false, Map.of()).json(document);
        assertThat(printed.toByteArray()).isEqualTo("{ \"name\" :\"\u009B\" }\n".getBytes(UTF_8));
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new Table("A", "B").row(Cell.of("x")))
                .hasMessageContaining("1 cells under 2 headings");
    }

    private Output output(boolean terminal, Map<String, String> variables) {
        PrintStream stream = new PrintStream(printed, true, UTF_8);
        return new Output(
                new Environment(
                        variables,
                        new Installation(Path.of(".")),
                        InputStream.nullInputStream(),
                        stream,
                        stream,
                        terminal,
                        () -> Instant.EPOCH));
    }
}
