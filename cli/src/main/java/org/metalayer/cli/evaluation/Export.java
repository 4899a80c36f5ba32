package org.metalayer.cli.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Reasons;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Pages;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** Writes what the Main System knows into files, one per thing, each whole or not at all. */
final class Export {
    private final MainSystem mainSystem;
    private final Path directory;

    Export(MainSystem mainSystem, Path directory) {
        this.mainSystem = mainSystem;
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** How many things were written. */
    record Written(Path directory, int reports, int decisions) {}

    Written run() {
        return new Written(directory, reports(), decisions());
    }

    /** A report in a list lacks its files, so each is asked for. */
    private int reports() {
        Path reports = create("upgrade_reports");
        return Pages.forEach(
                mainSystem,
                () -> new Query("/upgrade-reports"),
                listed -> {
                    String id = listed.uuid("id").toString();
                    JsonObject report = mainSystem.get(new Query("/upgrade-reports/" + id)).json();
                    write(reports.resolve("report_" + id + ".json"), report);
                });
    }

    private int decisions() {
        Path decisions = create("upgrade_decisions");
        return Pages.forEach(
                mainSystem,
                () -> new Query("/decisions"),
                decision -> {
                    String id = decision.uuid("id").toString();
                    write(decisions.resolve("decision_" + id + ".json"), decision);
                });
    }

    private Path create(String name) {
        Path created = directory.resolve(name);
        try {
            return Files.createDirectories(created);
        } catch (IOException e) {
            throw new CliException("cannot create %s (%s)".formatted(created, Reasons.of(e)), e);
        }
    }

    private static void write(Path file, JsonObject json) {
        try {
            DurableFile.write(file, (Json.pretty(json) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CliException("cannot write %s (%s)".formatted(file, Reasons.of(e)), e);
        }
    }
}
