package org.metalayer.cli.policy;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies}: what decides where no person does, and how it is changed. */
@Command(
        name = "policies",
        aliases = "policy",
        description =
                "List and show versions of the policy; draft, check, propose, approve and activate"
                        + " a new one.")
public final class PoliciesCommand {
    private static final String VERSION = "As policies list shows it.";
    private static final JsonObject NOTHING = new JsonObject(Map.of());

    @Command(description = "List the versions, the newest first.")
    void list(@Mixin Connection connection, @Mixin Presentation presentation) {
        presentation.show(
                connection.open().get(new Query("/policies")),
                (output, json) ->
                        output.table(PolicyText.versions(json), "There are no policies."));
    }

    @Command(description = "Show a version: its rows, its digest and who had a hand in it.")
    void show(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version) {
        presentation.show(connection.open().get(of(version, "")), PolicyText::print);
    }

    @Command(description = "Save a file as a draft: an object with note, rows and examples.")
    void draft(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "FILE", description = "JSON, as policies show --json has it.")
                    Path file,
            @Option(
                            names = "--into",
                            paramLabel = "VERSION",
                            description = "Change this draft instead of making a new one.")
                    @Nullable Integer version) {
        PolicyFile written = PolicyFile.read(file);
        MainSystem mainSystem = connection.open();
        presentation.show(
                version == null
                        ? mainSystem.post(new Query("/policies"), written.body())
                        : mainSystem.put(
                                of(version, ""),
                                written.body(),
                                onlyAt(
                                        written.revisionOf(version)
                                                .orElseGet(() -> revision(mainSystem, version)))),
                PolicyText::print);
    }

    @Command(
            description =
                    "Check a version or a file: faults, examples, and what would end otherwise."
                        + " Exits with 1 where there are faults or an example fails, be it one of"
                        + " the version in force that was left out.")
    int check(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "VERSION|FILE", description = "A number, or a JSON file.")
                    String what) {
        Answer answer =
                what.matches("[0-9]{1,9}")
                        ? post(connection, Integer.parseInt(what), "/check")
                        : connection
                                .open()
                                .post(
                                        new Query("/policies/check"),
                                        PolicyFile.read(Path.of(what)).body());
        presentation.show(answer, CheckText::print);
        boolean kept =
                answer.json().objects("dropped", it -> it).stream()
                        .allMatch(example -> example.bool("passed"));
        return answer.json().bool("passed") && kept ? 0 : 1;
    }

    @Command(description = "Fix a draft, for others to look at.")
    void propose(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version) {
        presentation.show(step(connection, version, "/propose"), PolicyText::print);
    }

    @Command(name = "send-back", description = "Make a proposal a draft again.")
    void sendBack(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version) {
        presentation.show(step(connection, version, "/send-back"), PolicyText::print);
    }

    @Command(description = "Give a draft up, for good.")
    void discard(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version) {
        presentation.show(step(connection, version, "/discard"), PolicyText::print);
    }

    @Command(description = "Approve a proposal that somebody else wrote.")
    void approve(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin Seen seen,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version) {
        presentation.show(
                connection.open().post(of(version, "/approve"), seen.body()), PolicyText::print);
    }

    @Command(description = "Put a proposal in force.")
    void activate(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin Seen seen,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version) {
        presentation.show(
                connection.open().post(of(version, "/activate"), seen.body()), PolicyText::print);
    }

    @Command(
            name = "dry-run",
            description = "Show which past decisions a version would have taken otherwise.")
    void dryRun(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "VERSION", description = VERSION) int version,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "30",
                            description = "How far back, to 365. Default: ${DEFAULT-VALUE}.")
                    int days,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "500",
                            description =
                                    "At most so many decisions, to 1000. Default:"
                                            + " ${DEFAULT-VALUE}.")
                    int limit) {
        JsonObject wanted = new JsonBuilder().put("days", days).put("limit", limit).build();
        presentation.show(
                connection.open().post(of(version, "/dry-run"), wanted), PolicyText::dryRun);
    }

    @Command(
            description =
                    "Take the decisions of the last 30 days again, as every night. Exits with 1"
                            + " where one ends otherwise.")
    int replay(@Mixin Connection connection, @Mixin Presentation presentation) {
        Answer answer = connection.open().post(new Query("/policies/replays"), NOTHING);
        presentation.show(answer, PoliciesCommand::replayed);
        return answer.json().integer("different") == 0 ? 0 : 1;
    }

    /** The digest that a person answers for. */
    static final class Seen {
        @Option(
                names = "--sha256",
                required = true,
                paramLabel = "DIGEST",
                description = "Of what you saw; policies show has it.")
        private String digest;

        JsonObject body() {
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new CliException("--sha256 takes the 64 hex digits of policies show");
            }
            return new JsonBuilder().put("sha256", digest).build();
        }
    }

    private static void replayed(Output output, JsonObject run) {
        output.line(
                "%d the same, %d different, %d kept too little to tell."
                        .formatted(
                                run.integer("same"),
                                run.integer("different"),
                                run.integer("not_replayable")));
        for (JsonObject difference : run.objects("differences", it -> it)) {
            output.line(
                    "%s  %s"
                            .formatted(
                                    difference.string("decision_id"), difference.string("reason")));
        }
    }

    private static Answer post(Connection connection, int version, String verb) {
        return connection.open().post(of(version, verb), NOTHING);
    }

    /** Of what it was a moment ago, and not of what somebody else makes of it meanwhile. */
    private static Answer step(Connection connection, int version, String verb) {
        MainSystem mainSystem = connection.open();
        return mainSystem.post(of(version, verb), NOTHING, onlyAt(revision(mainSystem, version)));
    }

    private static long revision(MainSystem mainSystem, int version) {
        return mainSystem.get(of(version, "")).json().object("version").integer("revision");
    }

    private static Map<String, String> onlyAt(long revision) {
        return Map.of("If-Match", "\"%d\"".formatted(revision));
    }

    private static Query of(int version, String verb) {
        return new Query("/policies/" + version + verb);
    }
}
