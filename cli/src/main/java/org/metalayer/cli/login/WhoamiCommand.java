package org.metalayer.cli.login;

import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Times;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code whoami}: as whom the other verbs act. */
@Command(name = "whoami", description = "Show as whom commands act, and where.")
public final class WhoamiCommand implements Runnable {
    private final RelativeTime times;

    @Mixin private Connection connection;
    @Mixin private Presentation presentation;

    public WhoamiCommand(Environment environment) {
        this.times = new RelativeTime(environment.clock());
    }

    @Override
    public void run() {
        MainSystem mainSystem = connection.open();
        presentation.show(
                mainSystem.get(new Query("/session")),
                (output, json) -> output.details(details(mainSystem, json)));
    }

    private Details details(MainSystem mainSystem, JsonObject session) {
        return new Details()
                .add("Main System", mainSystem.url().toString())
                .add("Operator", session.string("username"))
                .add("Role", session.string("role"))
                .add("Expires", Times.optional(session, "expires_at").map(times::of));
    }
}
