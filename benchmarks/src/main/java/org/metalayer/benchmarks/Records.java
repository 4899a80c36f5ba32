package org.metalayer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.metalayer.benchmarks.report.JsonReport;
import org.metalayer.benchmarks.report.MarkdownReport;
import org.metalayer.benchmarks.report.Result;

/** Results that are kept, one a day. */
final class Records {

    private Records() {}

    static void write(Result result, Path directory) throws IOException {
        String day = result.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        Files.writeString(directory.resolve(day + ".md"), MarkdownReport.of(result));
        Files.writeString(directory.resolve(day + ".json"), JsonReport.of(result));
    }
}
