package org.metalayer.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.metalayer.benchmarks.report.JsonReport;
import org.metalayer.benchmarks.report.Result;
import org.metalayer.benchmarks.report.TableReport;
import org.metalayer.benchmarks.system.Programs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./metalayer bench}. */
@Command(
        name = "./metalayer bench",
        mixinStandardHelpOptions = true,
        description = "Measure the built programs against baselines of the same run.",
        footer = {
            "",
            "Takes about a quarter of an hour on a machine that does nothing else.",
            "Exits with 1 when a figure misses what is required of it."
        })
public final class Benchmarks implements Callable<Integer> {
    private static final Path HOME = Path.of(System.getProperty("metalayer.home", "."));

    @Spec private CommandSpec spec;

    @Option(names = "--quick", description = "Only show that everything works: little load.")
    private boolean quick;

    @Option(
            names = "--record",
            description =
                    "Also write docs/benchmarks/<today>.md and .json, on a quiet machine only.")
    private boolean record;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Measure only these: load, reports, installations, agent, server.")
    private EnumSet<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--wrk", hidden = true, defaultValue = "wrk")
    private Path wrk;

    @Option(names = "--nginx", hidden = true, defaultValue = "nginx")
    private Path nginx;

    @Option(names = "--pgbench", hidden = true, defaultValue = "pgbench")
    private Path pgbench;

    private Benchmarks() {}

    /** Exits with 0 when every requirement is met, 1 when not, 2 when not understood. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(
                new CommandLine(new Benchmarks())
                        .setOut(out)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (quick && record) {
            throw new ParameterException(
                    spec.commandLine(), "figures of --quick say too little to be recorded");
        }
        if (record && only.size() < Part.values().length) {
            throw new ParameterException(
                    spec.commandLine(), "only a whole run can be recorded: leave out --only");
        }
        if (record) {
            Quiet.require();
        }
        Path home = HOME.toAbsolutePath().normalize();
        PrintWriter progress = spec.commandLine().getErr();
        Result result =
                new Run(
                                new Programs(home),
                                quick ? Plan.QUICK : Plan.FULL,
                                only,
                                wrk,
                                nginx,
                                pgbench,
                                progress)
                        .measure();
        spec.commandLine().getOut().println(TableReport.of(result));
        Files.writeString(home.resolve("benchmarks/target/benchmarks.json"), JsonReport.of(result));
        if (record) {
            Records.write(result, home.resolve("docs/benchmarks"));
        }
        return result.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
