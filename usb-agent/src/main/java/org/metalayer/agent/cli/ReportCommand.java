package org.metalayer.agent.cli;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.report.Proposal;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.agent.stick.Nudge;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.message.Claim;
import org.metalayer.protocol.message.UpgradeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes an upgrade. */
@Command(
        name = "report",
        description = {
            "Proposes what you changed in a component to everyone.",
            "The report is signed and kept on the stick with copies of its files; it is sent when"
                    + " the Main System can be reached."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Parameters(paramLabel = "COMPONENT", description = "A directory below module/.")
    private ComponentName component;

    @Option(
            names = "--type",
            required = true,
            paramLabel = "TYPE",
            description = "feature, performance, bugfix, security or ux.")
    private UpgradeType type;

    @Option(
            names = "--description",
            required = true,
            paramLabel = "TEXT",
            description = "What is better now.")
    private String description;

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            description = "Something people can do now; may be given again.")
    private List<String> features = List.of();

    @Option(
            names = "--claim",
            paramLabel = "METRIC=FACTORx",
            description = "Something measurable, such as startup_ms=3x; may be given again.")
    private List<Claim> claims = List.of();

    @Option(
            names = "--file",
            paramLabel = "PATH",
            description =
                    "Propose only this file of the component; may be given again. Default: every"
                            + " change.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        StickDirectory stick = options.stick();
        LocalParts local = AgentLoop.open(stick);
        SpooledReport spooled =
                local.reports()
                        .propose(
                                new Proposal(
                                        component, type, description, features, claims, only()));
        Nudge.send(stick);
        print(spooled.report(), Locks.isAgentRunning(stick));
        return 0;
    }

    private Optional<Set<RelativePath>> only() {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Set<RelativePath> paths = new LinkedHashSet<>();
        for (String file : files) {
            try {
                paths.add(new RelativePath(file));
            } catch (MalformedDocumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return Optional.of(paths);
    }

    private void print(UpgradeReport report, boolean running) {
        new Output(spec, options)
                .print(
                        new JsonBuilder()
                                .put("report_id", report.reportId())
                                .put("component", report.component().value())
                                .put("type", report.type().wire())
                                .put("state", "spooled")
                                .put("files", report.files().files().size())
                                .put("bytes", report.files().totalSize())
                                .build(),
                        "Report %s on %s is signed and kept (%s).%n%s"
                                .formatted(
                                        report.reportId(),
                                        report.component(),
                                        Texts.count(report.files().files().size(), "file"),
                                        running
                                                ? "The agent sends it; `status` shows what becomes"
                                                        + " of it."
                                                : "It is sent when the agent runs: `run`, or `sync`"
                                                        + " for one round."));
    }
}
