package org.metalayer.cli.login;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.ProblemException;
import org.metalayer.cli.rest.Query;
import org.metalayer.cli.rest.StoredLogin;
import org.metalayer.cli.rest.StoredLogins;
import org.metalayer.cli.rest.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code logout}: the token ends at the Main System and on this computer. */
@Command(name = "logout", description = "End the login to a Main System.")
public final class LogoutCommand implements Runnable {
    private final Environment environment;

    @Mixin private Target target;

    public LogoutCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        URI url = target.url();
        StoredLogins logins = StoredLogins.of(environment);
        Optional<StoredLogin> login = logins.find(url);
        Output output = new Output(environment);
        if (login.isEmpty()) {
            output.line("There is no login to %s.".formatted(url));
            return;
        }
        // Forgotten here even when the Main System cannot be told.
        logins.forget(url);
        end(login.get());
        output.line("Logged out of %s.".formatted(url));
    }

    private static void end(StoredLogin login) {
        MainSystem mainSystem =
                new MainSystem(login.url(), Map.of("Authorization", "Bearer " + login.token()));
        try {
            mainSystem.delete(new Query("/api-tokens/" + login.tokenId()));
        } catch (ProblemException e) {
            boolean endedAlready = e.status() == 401 || e.status() == 404;
            if (!endedAlready) {
                throw e;
            }
        } catch (CliException e) {
            throw new CliException(
                    "the login is forgotten here, but its token lives on until it expires: "
                            + e.line(),
                    e);
        }
    }
}
