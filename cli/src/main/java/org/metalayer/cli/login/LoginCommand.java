package org.metalayer.cli.login;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Query;
import org.metalayer.cli.rest.StoredLogin;
import org.metalayer.cli.rest.StoredLogins;
import org.metalayer.cli.rest.Target;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code login}: trades a password for an API token that later verbs use. */
@Command(
        name = "login",
        description = "Log in to a Main System; later commands for its URL act as this operator.")
public final class LoginCommand implements Runnable {
    private static final Query SESSION = new Query("/session");

    private final Environment environment;

    @Mixin private Target target;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The operator. Default: asked for.")
    private @Nullable String user;

    @Option(
            names = "--password-stdin",
            description = "Read the password from standard input instead of asking for it.")
    private boolean passwordFromInput;

    @Option(
            names = "--expires-in",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How long the login lasts. Default: ${DEFAULT-VALUE}.")
    private int days;

    public LoginCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        URI url = target.url();
        Person person = new Person(environment);
        String username = user != null ? user : person.username();
        String password = passwordFromInput ? person.passwordFromInput() : person.password();
        StoredLogin login = logIn(url, username, password);
        StoredLogins.of(environment).store(login);
        new Output(environment)
                .line("Logged in to %s as %s for %d days.".formatted(url, login.username(), days));
    }

    /** The cookie session lives only as long as it takes to get the token. */
    private StoredLogin logIn(URI url, String username, String password) {
        Answer session =
                new MainSystem(url, Map.of())
                        .post(
                                SESSION,
                                new JsonBuilder()
                                        .put("username", username)
                                        .put("password", password)
                                        .build());
        MainSystem mainSystem =
                new MainSystem(
                        url,
                        Map.of(
                                "Origin",
                                url.toString(),
                                "Cookie",
                                String.join("; ", session.cookies())));
        try {
            JsonObject token = mainSystem.post(new Query("/api-tokens"), wanted()).json();
            return new StoredLogin(url, username, token.string("id"), token.string("token"));
        } finally {
            mainSystem.delete(SESSION);
        }
    }

    private JsonObject wanted() {
        return new JsonBuilder()
                .put("name", "./metalayer login")
                .put("expires_in_days", days)
                .build();
    }
}
