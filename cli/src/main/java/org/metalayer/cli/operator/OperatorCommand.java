package org.metalayer.cli.operator;

import org.metalayer.cli.login.Person;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code operator}: who runs a Main System. On its own machine this needs no login, so that nobody
 * is locked out by a lost password.
 */
@Command(
        name = "operator",
        description =
                "List and add the people who run a Main System, and let them in again. On the Main"
                        + " System's own machine this needs no login.")
public final class OperatorCommand {
    private static final String PASSWORD_HELP =
            "Read the password from standard input, at least 12 characters. Otherwise one is made"
                    + " up and shown this once.";

    private final Environment environment;
    private final OperatorText text;

    public OperatorCommand(Environment environment) {
        this.environment = environment;
        this.text = new OperatorText(environment);
    }

    @Command(description = "List the operators.")
    void list(@Mixin Connection connection, @Mixin Presentation presentation) {
        presentation.show(
                connection.openFromThisMachine().get(new Query(OperatorPaths.ALL)),
                (output, json) -> output.table(text.table(json), "There are no operators."));
    }

    @Command(description = "Add an operator.")
    void add(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "NAME", description = "What they log in with.")
                    String username,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "operator",
                            description =
                                    "viewer (sees everything), operator (and changes the fleet) or"
                                            + " administrator (and decides who else gets in)."
                                            + " Default: ${DEFAULT-VALUE}.")
                    String role,
            @Option(names = "--password-stdin", description = PASSWORD_HELP)
                    boolean passwordFromInput) {
        JsonBuilder wanted = wanted(passwordFromInput).put("username", username).put("role", role);
        presentation.show(
                connection.openFromThisMachine().post(new Query(OperatorPaths.ALL), wanted.build()),
                (output, json) ->
                        OperatorText.password(
                                output, json, "%s is now %s.".formatted(username, named(role))));
    }

    @Command(
            name = "reset-password",
            description = "Give an operator another password. Their sessions end.")
    void resetPassword(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "NAME", description = "As operator list shows it.")
                    String username,
            @Option(names = "--password-stdin", description = PASSWORD_HELP)
                    boolean passwordFromInput) {
        JsonBuilder wanted = wanted(passwordFromInput);
        MainSystem mainSystem = connection.openFromThisMachine();
        String path = OperatorPaths.of(mainSystem, username) + "/password";
        presentation.show(
                mainSystem.post(new Query(path), wanted.build()),
                (output, json) ->
                        OperatorText.password(
                                output,
                                json,
                                "%s has another password, and no session goes on."
                                        .formatted(username)));
    }

    @Command(description = "Give an operator another role.")
    void role(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "NAME", description = "As operator list shows it.")
                    String username,
            @Parameters(paramLabel = "ROLE", description = "viewer, operator or administrator.")
                    String role) {
        presentation.show(
                patch(connection, username, new JsonBuilder().put("role", role)),
                (output, json) ->
                        output.line(
                                "%s is now %s.".formatted(username, named(json.string("role")))));
    }

    @Command(description = "Shut an operator out; their sessions and API tokens end at once.")
    void disable(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "NAME", description = "As operator list shows it.")
                    String username) {
        presentation.show(
                patch(connection, username, new JsonBuilder().put("disabled", true)),
                (output, json) -> output.line("%s is shut out.".formatted(username)));
    }

    @Command(description = "Let an operator log in again.")
    void enable(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "NAME", description = "As operator list shows it.")
                    String username) {
        presentation.show(
                patch(connection, username, new JsonBuilder().put("disabled", false)),
                (output, json) -> output.line("%s may log in again.".formatted(username)));
    }

    private static Answer patch(Connection connection, String username, JsonBuilder change) {
        MainSystem mainSystem = connection.openFromThisMachine();
        return mainSystem.patch(new Query(OperatorPaths.of(mainSystem, username)), change.build());
    }

    private JsonBuilder wanted(boolean passwordFromInput) {
        JsonBuilder wanted = new JsonBuilder();
        return passwordFromInput
                ? wanted.put("password", new Person(environment).passwordFromInput())
                : wanted;
    }

    private static String named(String role) {
        return (role.equals("viewer") ? "a " : "an ") + role;
    }
}
