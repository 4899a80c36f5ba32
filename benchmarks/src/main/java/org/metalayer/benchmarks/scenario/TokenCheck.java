package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.benchmarks.wire.Stick;

/**
 * What checking a stick's token costs: requests with a forged one, which are refused after the
 * check and before anything else, against requests without any.
 */
public final class TokenCheck {
    private static final String PATH = "/api/v1/stick/check-ins";

    private final Stage stage;

    public TokenCheck(Stage stage) {
        this.stage = stage;
    }

    public List<Line> measure() throws IOException, InterruptedException {
        Http anonymous = stage.anonymous();
        Stick stick = stage.fleet().sticks().getFirst();
        String token = stick.token(anonymous);
        String forged = forge(token);
        Http.expect(anonymous.bearer(forged).get(PATH), 401);
        Http.expect(anonymous.get(PATH), 401);

        URI url = stage.system().url().resolve(PATH);
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + forged);
        List<Spread> rates =
                stage.rounds()
                        .alternate(
                                round -> stage.wrk().refusals(url, Map.of()),
                                round -> stage.wrk().refusals(url, bearer));
        return List.of(
                Line.against(
                        stage.topic(),
                        "forged tokens refused",
                        Unit.PER_SECOND,
                        rates.get(1),
                        new Line.Baseline("refused without a token", rates.get(0)),
                        new Requirement.None()));
    }

    /** Another last character but one: the last one may not count in full. */
    private static String forge(String token) {
        int at = token.length() - 2;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
