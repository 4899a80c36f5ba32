package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Http;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.Up;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;

/** Nobody knows a password any more, and somebody has the machine. */
class LostPasswordIT {

    @Test
    void whoHasTheMachineLetsPeopleInAgainWithoutAnyLogin() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path data = scratch.root().resolve("data");
            try (Up up = Up.start(data, Map.of(), "--port", "0")) {
                Http anonymous = Http.anonymous(up.operator().http().base());
                Finished reset = operator(data, "reset-password", "admin", "--json");
                assertThat(reset.status()).as(reset.toString()).isZero();
                String password = reset.json().text("password");
                assertThat(up.process().printed()).doesNotContain(password);

                Reply session = logIn(anonymous, "admin", password).expect(200);
                assertThat(session.json().text("role")).isEqualTo("administrator");
                assertThat(operator(data, "reset-password", "nobody").status()).isEqualTo(1);
                assertThat(operator(data, "reset-password").status()).isEqualTo(2);
                addsAnother(data, anonymous);
            }
        }
    }

    private static void addsAnother(Path data, Http anonymous) throws Exception {
        Finished added = operator(data, "add", "carol", "--role", "viewer");
        assertThat(added.status()).as(added.toString()).isZero();
        String password = added.out().lines().findFirst().orElseThrow();
        logIn(anonymous, "carol", password).expect(200);
        assertThat(operator(data, "list").out()).contains("admin", "carol", "viewer");
        assertThat(operator(data, "disable", "admin").status()).isEqualTo(1);
    }

    /** The verb with nothing to know the Main System by but its data directory. */
    private static Finished operator(Path data, String... words) throws Exception {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "operator";
        System.arraycopy(words, 0, arguments, 1, words.length);
        return Finished.run(
                Programs.HOME, Map.of("METALAYER_DATA", data.toString()), Programs.cli(arguments));
    }

    private static Reply logIn(Http anonymous, String username, String password) throws Exception {
        JsonBuilder login = new JsonBuilder().put("username", username).put("password", password);
        return anonymous.post("/api/v1/session", "application/json", Json.write(login.build()));
    }
}
