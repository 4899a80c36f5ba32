package org.metalayer.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.benchmarks.figures.Line;

/** The result for docs/benchmarks. */
public final class MarkdownReport {

    private MarkdownReport() {}

    public static String of(Result result) {
        StringBuilder text = new StringBuilder("# " + Headings.title(result) + "\n\n");
        Stream.concat(Headings.machine(result).stream(), result.setting().stream())
                .forEach(line -> text.append("- ").append(line).append('\n'));
        String topic = "";
        for (Line line : result.lines()) {
            if (!line.topic().equals(topic)) {
                topic = line.topic();
                text.append("\n## ").append(topic).append("\n\n");
                text.append(row(Cells.HEAD)).append(row(rule()));
            }
            text.append(row(Cells.of(line)));
        }
        return text.toString();
    }

    private static List<String> rule() {
        return Cells.HEAD.stream().map(cell -> "---").toList();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
