package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;
import org.metalayer.benchmarks.wire.Http;
import org.metalayer.benchmarks.wire.Stick;

/**
 * What checking a stick's token costs. A forged one is refused after the check and before anything
 * else, against requests without any. With a true one a method is asked for that is not there, so
 * that the check is all that differs from asking the same where nobody needs a token.
 */
public final class TokenCheck {
    /** Both take POST only. */
    private static final String PATH = "/api/v1/stick/check-ins";

    private static final String DOOR = "/api/v1/stick/session-challenges";

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
        Http.expect(anonymous.bearer(token).get(PATH), 405);
        Http.expect(anonymous.get(DOOR), 405);

        List<Spread> rates =
                stage.rounds()
                        .alternate(
                                round -> refusals(PATH, Map.of()),
                                round -> refusals(PATH, bearer(forged)),
                                round -> refusals(DOOR, Map.of()),
                                round -> refusals(PATH, bearer(token)));
        return List.of(
                line(
                        "forged tokens refused",
                        rates.get(1),
                        new Line.Baseline("refused without a token", rates.get(0))),
                line(
                        "accepted tokens, for a method that is not there",
                        rates.get(3),
                        new Line.Baseline("the same where none is needed", rates.get(2))));
    }

    private double refusals(String path, Map<String, String> headers) throws IOException {
        return stage.wrk().refusals(stage.system().url().resolve(path), headers);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private Line line(String what, Spread rate, Line.Baseline baseline) {
        return Line.against(
                stage.topic(), what, Unit.PER_SECOND, rate, baseline, new Requirement.None());
    }

    /** Another last character but one: the last one may not count in full. */
    private static String forge(String token) {
        int at = token.length() - 2;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
