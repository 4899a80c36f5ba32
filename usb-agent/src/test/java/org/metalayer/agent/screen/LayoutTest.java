package org.metalayer.agent.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on terminals of all sizes. */
class LayoutTest {

    private static final Optional<Address> MAIN =
            Optional.of(new Address("https://main.example:8443", true));

    private static final List<Line> LINES =
            List.of(
                    Line.heading("Blue Heron"),
                    Line.plain("State", "one two three four five six seven eight nine ten"),
                    Line.alert("", "x".repeat(70)));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 10", "5, 20", "24, 80", "50, 200", "9999, 9999"})
    void nothingIsWiderOrHigherThanTheTerminal(int rows, int columns) {
        Layout layout = Layout.of(LINES, MAIN, new Size(rows, columns));

        int width = columns - layout.code().map(QrBlocks::width).orElse(0);
        assertThat(layout.rows()).hasSizeLessThanOrEqualTo(rows);
        if (columns > 40) {
            assertThat(layout.rows())
                    .allSatisfy(row -> assertThat(row.text().length()).isLessThan(width + 1));
        }
    }

    @Test
    void textIsBrokenBetweenWordsAndGoesOnUnderItself() {
        Layout layout = Layout.of(LINES, Optional.empty(), new Size(24, 30));

        assertThat(layout.rows())
                .extracting(Row::text)
                .startsWith(
                        "Blue Heron",
                        "State    one two three four",
                        "         five six seven eight",
                        "         nine ten",
                        "         " + "x".repeat(21));
        assertThat(String.join("", layout.rows().stream().map(Row::text).toList()))
                .contains("x".repeat(7));
    }

    @Test
    void whatDoesNotFitIsSaidToBeThere() {
        List<Line> many = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            many.add(Line.plain("Note", "number " + n));
        }
        List<Row> rows = Layout.of(many, Optional.empty(), Size.USUAL).rows();

        assertThat(rows).hasSize(24);
        assertThat(rows.getLast().text()).contains("`stick status`");
    }

    @ParameterizedTest
    @CsvSource({"24, 80, true", "17, 80, true", "16, 80, false", "24, 60, false", "60, 200, true"})
    void theCodeIsDrawnWhereThereIsRoomForItAndTheText(int rows, int columns, boolean drawn) {
        assertThat(Layout.of(LINES, MAIN, new Size(rows, columns)).code().isPresent())
                .isEqualTo(drawn);
    }

    @Test
    void theCodeHasItsThreeCornersAndLightAroundThem() {
        List<String> rows = QrBlocks.of("https://main.example:8443").rows();

        String blank = " ".repeat(rows.getFirst().length());
        assertThat(rows.subList(0, 2)).containsOnly(blank);
        assertThat(rows.getLast()).isEqualTo(blank);
        assertThat(rows.get(2)).startsWith("    █▀▀▀▀▀█").endsWith("█▀▀▀▀▀█    ");
        assertThat(rows.get(3)).startsWith("    █ ███ █").endsWith("█ ███ █    ");
        assertThat(rows.get(rows.size() - 4)).startsWith("    █ ▀▀▀ █");
        assertThat(rows).allSatisfy(row -> assertThat(row).startsWith("    ").endsWith("    "));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/, false",
        "http://player.localhost:8080/, false",
        "http://127.0.0.1:8080/, false",
        "http://[::1]:8080/, false",
        "https://main.example:8443, true",
        "http://192.168.1.7:23456/, true"
    })
    void whatLeadsToThisComputerAloneIsKnown(String url, boolean elsewhere) {
        assertThat(Address.of(url).elsewhere()).isEqualTo(elsewhere);
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeHasTheUsualOne() {
        assertThat(Terminal.parse("50 132\n")).contains(new Size(50, 132));
        assertThat(Terminal.parse("0 0\n")).isEmpty();
        assertThat(Terminal.parse("")).isEmpty();
        assertThat(Terminal.size()).isNotNull();
    }
}
