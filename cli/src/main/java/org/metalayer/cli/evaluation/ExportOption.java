package org.metalayer.cli.evaluation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.MainSystem;
import picocli.CommandLine.Option;

/** The option that also writes every upgrade report and decision into files. */
public final class ExportOption {
    private final Environment environment;

    @Option(
            names = "--export",
            paramLabel = "DATA",
            description = {
                "Also write every upgrade report and decision into files:",
                "DATA/upgrade_reports/report_<id>.json and",
                "DATA/upgrade_decisions/decision_<id>.json."
            })
    private @Nullable Path directory;

    public ExportOption(Environment environment) {
        this.environment = environment;
    }

    /** Writes the files, if they are wanted, and says so beside the result. */
    public void run(MainSystem mainSystem) {
        if (directory != null) {
            Export.Written written = new Export(mainSystem, directory).run();
            environment
                    .err()
                    .println(
                            "Exported %d upgrade reports and %d decisions to %s."
                                    .formatted(
                                            written.reports(),
                                            written.decisions(),
                                            written.directory()));
        }
    }
}
