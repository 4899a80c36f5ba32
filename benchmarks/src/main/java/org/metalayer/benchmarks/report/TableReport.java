package org.metalayer.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metalayer.benchmarks.figures.Line;

/** The result for a terminal. */
public final class TableReport {

    private TableReport() {}

    public static String of(Result result) {
        List<List<String>> rows = new ArrayList<>(List.of(Cells.HEAD));
        result.lines().stream().map(Cells::of).forEach(rows::add);
        int[] widths =
                IntStream.range(0, Cells.HEAD.size()).map(column -> width(rows, column)).toArray();
        StringBuilder text = new StringBuilder(Headings.title(result)).append("\n\n");
        Stream.concat(Headings.machine(result).stream(), result.setting().stream())
                .forEach(line -> text.append(line).append('\n'));
        text.append('\n').append(row(rows.getFirst(), widths));
        String topic = "";
        for (Line line : result.lines()) {
            if (!line.topic().equals(topic)) {
                topic = line.topic();
                text.append('\n').append(topic).append('\n');
            }
            text.append(row(Cells.of(line), widths));
        }
        return text.toString();
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            row.append("  ").append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        return row.toString().stripTrailing() + "\n";
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
