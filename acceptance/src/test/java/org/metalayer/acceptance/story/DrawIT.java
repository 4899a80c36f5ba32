package org.metalayer.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.TamperingProxy;

/** The first share of a real fleet was drawn, not picked, and whoever doubts it can see that. */
@SuppressWarnings("NullAway.Init") // filled in before the tests
class DrawIT {
    private static final String OTHER = "01234567";

    private static Fleet fleet;
    private static TamperingProxy proxy;
    private static Rollout rollout;

    @BeforeAll
    static void start() throws Exception {
        fleet = Fleet.start("draw", 4);
        proxy = TamperingProxy.before(fleet.system());
        Owner maker = new Owner(fleet.stick(1));
        maker.writes("page", "index.html", "<!doctype html><title>t</title><p>hello</p>");
        maker.reports("page", "feature", "A page");
        rollout = Rollout.of(fleet.operator(), "page", 1);
        rollout.awaitState("running");
        eventually(
                "all sticks are in it",
                () -> assertThat(rollout.view().number("counts", "total")).isEqualTo(4));
    }

    @AfterAll
    static void stop() {
        fleet.close();
        proxy.close();
    }

    @Test
    void theDrawOfAStagedRolloutHolds() throws Exception {
        assertThat(rollout.view().text("strategy")).isEqualTo("STAGED");
        Finished check = verify("--commitment", rollout.view().text("seed_sha256"));
        assertThat(check.status()).as(check.toString()).isZero();
        assertThat(check.out())
                .contains(
                        "page 1: seed " + rollout.view().text("seed"),
                        "The draw holds: the seed keeps to its commitment, and 4 sticks stand"
                                + " where it puts them.");
    }

    @Test
    void aSeedThatIsNotTheOneThatWasNotedBeforeTheStartIsFound() throws Exception {
        differs(
                verify("--commitment", "0".repeat(64)),
                "the seed is not the one committed to before the start");
    }

    /** Somebody shows one who doubts something else than the sticks were told. */
    @ParameterizedTest
    @CsvSource({
        "/rollouts/ID, seed, the seed is not the one committed to by the rollout",
        "/rollouts/ID/deployments, draw, was given the draw 01234567",
        "/rollouts/ID/deployments, stick_id, the seed gives it",
        "/deployment-manifest, bound, reaches to 01234567",
    })
    void whatWasChangedIsFound(String path, String member, String text) throws Exception {
        String end = "/api/v1" + path.replace("ID", rollout.id());
        proxy.tamper((asked, body) ->
                asked.replaceFirst("\\?.*", "").equals(end) ? changed(body, member) : body);
        Finished check = verify();
        proxy.tamper((asked, body) -> body);
        differs(check, text);
    }

    /** The first digits of a member are others, wherever it stands. */
    private static byte[] changed(byte[] body, String member) {
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher found =
                Pattern.compile("(\"%s\" ?: ?\")[0-9a-f]{8}".formatted(member)).matcher(text);
        assertThat(found.find()).isTrue();
        return found.replaceAll(begin -> begin.group(1) + OTHER).getBytes(StandardCharsets.UTF_8);
    }

    private static void differs(Finished check, String text) {
        assertThat(check.status()).as(check.toString()).isEqualTo(1);
        assertThat(check.out()).contains("DIFFERS: ", text, "The draw does not hold: ");
    }

    /** As a person types it, at the address that they were given. */
    private static Finished verify(String... more) throws Exception {
        List<String> arguments =
                Stream.concat(
                                Stream.of("rollout", "verify-draw", rollout.id()),
                                Stream.concat(
                                        Stream.of("--url", proxy.url().toString()),
                                        Stream.of(more)))
                        .toList();
        return new Cli(fleet.system()).run(arguments.toArray(String[]::new));
    }
}
