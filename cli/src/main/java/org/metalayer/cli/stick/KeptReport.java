package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.metalayer.agent.report.FamiliarReport;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.UpgradeReport;

/**
 * A report that lies signed on a stick, with copies of its files.
 *
 * @param files how many the component has after the change
 */
record KeptReport(UUID id, int files, long bytes) {

    /** Makes the report; durable when it returns. */
    static KeptReport of(Path stick, Improvement improvement) throws IOException {
        return improvement.claims().isEmpty()
                ? familiar(stick, improvement)
                : withClaims(stick, improvement);
    }

    private static KeptReport familiar(Path stick, Improvement improvement) throws IOException {
        UpgradeReport report =
                new FamiliarReport(stick)
                        .propose(
                                improvement.moduleId().value(),
                                improvement.component().value(),
                                improvement.type().wire(),
                                improvement.description(),
                                improvement.files(),
                                improvement.features())
                        .report();
        return new KeptReport(
                report.reportId(), report.files().files().size(), report.files().totalSize());
    }

    /** The earlier guide had no claims; the agent's own verb has. */
    private static KeptReport withClaims(Path stick, Improvement improvement) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "report",
                                "--dir=" + stick,
                                "--json",
                                "--type=" + improvement.type().wire(),
                                "--description=" + improvement.description()));
        improvement.files().forEach(file -> words.add("--file=" + file));
        improvement.features().forEach(feature -> words.add("--feature=" + feature));
        improvement.claims().forEach(claim -> words.add("--claim=" + claim));
        words.add(improvement.component().value());
        AgentRun run = AgentRun.of(words);
        if (run.exitCode() != 0) {
            throw new CliException(run.complaint());
        }
        JsonObject kept = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        return new KeptReport(
                kept.uuid("report_id"),
                Math.toIntExact(kept.integer("files")),
                kept.integer("bytes"));
    }
}
