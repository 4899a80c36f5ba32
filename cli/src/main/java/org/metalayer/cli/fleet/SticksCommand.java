package org.metalayer.cli.fleet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.PageOptions;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sticks}: who is in the fleet, and who may be. */
@Command(name = "sticks", description = "List, show, accept, reject, retire and mark sticks.")
public final class SticksCommand {
    private static final JsonObject NOTHING = new JsonBuilder().build();

    private final StickText text;

    public SticksCommand(Environment environment) {
        this.text = new StickText(environment.clock());
    }

    @Command(description = "List the sticks.")
    void list(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin PageOptions page,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description =
                                    "Only those: pending, accepted, rejected, retired or"
                                            + " quarantined.")
                    @Nullable String state,
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            description = "Only those with this in their module id or name.")
                    @Nullable String search) {
        Query query = page.of(new Query("/sticks").with("state", state).with("q", search));
        presentation.show(
                connection.open().get(query),
                (output, json) -> {
                    output.table(text.table(json), "There are no such sticks.");
                    page.footer(output, json);
                });
    }

    @Command(description = "Show one stick.")
    void show(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "STICK", description = "Its module id, or its id.")
                    String stick) {
        MainSystem mainSystem = connection.open();
        presentation.show(
                mainSystem.get(new Query(StickPaths.of(mainSystem, stick))),
                (output, json) -> output.details(text.details(json)));
    }

    @Command(description = "Let sticks in: they may report upgrades and get them.")
    void accept(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "STICK",
                            description = "Their module ids, or their ids.")
                    List<String> sticks) {
        change(connection, presentation, sticks, "accept");
    }

    @Command(description = "Turn sticks away that asked to be let in.")
    void reject(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "STICK",
                            description = "Their module ids, or their ids.")
                    List<String> sticks) {
        change(connection, presentation, sticks, "reject");
    }

    @Command(description = "Take sticks out of the fleet for good.")
    void retire(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "STICK",
                            description = "Their module ids, or their ids.")
                    List<String> sticks) {
        change(connection, presentation, sticks, "retire");
    }

    @Command(
            description =
                    "Keep one of several copies of a quarantined stick. The others have to become"
                            + " sticks of their own.")
    void keep(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(
                            index = "0",
                            paramLabel = "STICK",
                            description = "Its module id, or its id.")
                    String stick,
            @Parameters(
                            index = "1",
                            paramLabel = "COPY",
                            description =
                                    "As 'sticks show' names it: the beginning of its name is"
                                            + " enough. The one without a name is 'first'.")
                    String copy) {
        resolve(connection, presentation, stick, new CopyChoice(Set.of("cloned"), copy), "keep");
    }

    @Command(
            name = "confirm-restore",
            description = "Believe that an older state of a stick is a restored backup.")
    void confirmRestore(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(
                            index = "0",
                            paramLabel = "STICK",
                            description = "Its module id, or its id.")
                    String stick,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "COPY",
                            description = "Which one, where there are several.")
                    @Nullable String copy) {
        resolve(
                connection,
                presentation,
                stick,
                new CopyChoice(
                        Set.of("restored", "refused_renewal", "set_aside"),
                        copy == null ? "" : copy),
                "confirm-restore");
    }

    @Command(
            name = "dismiss-warnings",
            description =
                    "Take note of what is odd about sticks, other than copies. The device that a"
                            + " stick was last seen on becomes its own.")
    void dismissWarnings(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "STICK",
                            description = "Their module ids, or their ids.")
                    List<String> sticks) {
        change(connection, presentation, sticks, "dismiss-warnings");
    }

    @Command(description = "Mark test sticks: they try some releases before all others.")
    void test(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Option(names = "--off", description = "Unmark them.") boolean off,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "STICK",
                            description = "Their module ids, or their ids.")
                    List<String> sticks) {
        MainSystem mainSystem = connection.open();
        JsonObject wanted = new JsonBuilder().put("test_stick", !off).build();
        for (String stick : sticks) {
            Query path = new Query(StickPaths.of(mainSystem, stick) + "/test-stick");
            presentation.show(
                    mainSystem.put(path, wanted, Map.of()),
                    (output, json) ->
                            output.line(
                                    "%s is %s test stick."
                                            .formatted(
                                                    json.string("module_id"),
                                                    off ? "no longer a" : "now a")));
        }
    }

    private static void resolve(
            Connection connection,
            Presentation presentation,
            String stick,
            CopyChoice choice,
            String verb) {
        MainSystem mainSystem = connection.open();
        String path = StickPaths.of(mainSystem, stick);
        String copy = choice.of(mainSystem.get(new Query(path)).json());
        presentation.show(
                mainSystem.post(
                        new Query(path + "/" + verb), new JsonBuilder().put("copy", copy).build()),
                (output, json) -> output.line(StickText.nowIn(json)));
    }

    private static void change(
            Connection connection, Presentation presentation, List<String> sticks, String verb) {
        MainSystem mainSystem = connection.open();
        for (String stick : sticks) {
            Query path = new Query(StickPaths.of(mainSystem, stick) + "/" + verb);
            presentation.show(
                    mainSystem.post(path, NOTHING),
                    (output, json) -> output.line(StickText.nowIn(json)));
        }
    }
}
