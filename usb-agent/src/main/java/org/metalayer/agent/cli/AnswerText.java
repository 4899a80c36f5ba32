package org.metalayer.agent.cli;

import java.util.Optional;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Ending;
import org.metalayer.agent.install.Installation;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.message.OutcomeResult;

/** What came of a request, in words and as an exit code. */
final class AnswerText {

    private final Output output;
    private final ComponentName component;

    AnswerText(Output output, ComponentName component) {
        this.output = output;
        this.component = component;
    }

    /**
     * Prints an answer.
     *
     * @param wanted the result that is a success
     * @param nothing says that there was nothing to do
     * @return 0 when it succeeded or goes on by itself
     */
    int print(Asking.Answer answer, OutcomeResult wanted, String nothing) {
        return switch (answer) {
            case Asking.Answer.Nothing() -> throw new FailureException(nothing);
            case Asking.Answer.Replaced() ->
                    say(
                            "replaced",
                            "",
                            "You asked for something else of %s meanwhile.".formatted(component),
                            1);
            case Asking.Answer.Waiting(Optional<String> trouble) ->
                    say(
                            "waiting",
                            trouble.orElse(""),
                            "Not done yet, the agent goes on as soon as it can: "
                                    + trouble.orElse("`status` tells more."),
                            1);
            case Asking.Answer.Proving(Installation at) ->
                    say(
                            "verifying",
                            "",
                            "%s %s runs; it is left again should it not stay healthy."
                                    .formatted(component, at.release().version()),
                            0);
            case Asking.Answer.Done(Attempt attempt) -> done(attempt, wanted);
        };
    }

    private int done(Attempt attempt, OutcomeResult wanted) {
        OutcomeResult result = attempt.ending().result();
        String what =
                switch (result) {
                    case VERIFIED -> "is installed and healthy";
                    case FAILED -> "was not installed: " + attempt.ending().reason();
                    case ROLLED_BACK -> "was left: " + attempt.ending().reason();
                    case DECLINED -> "is " + attempt.ending().reason();
                    case CONFLICT -> conflict(attempt.ending());
                };
        String text = "%s %s %s.".formatted(component, attempt.release().version(), what);
        return say(result.wire(), attempt.ending().reason(), text, result == wanted ? 0 : 1);
    }

    private static String conflict(Ending ending) {
        return ending.again()
                ? "is put off: " + ending.reason()
                : "%s%n--keep-mine or --take-theirs decides".formatted(ending.reason());
    }

    private int say(String result, String reason, String text, int code) {
        output.print(
                new JsonBuilder()
                        .put("component", component.value())
                        .put("result", result)
                        .put("reason", reason)
                        .build(),
                text);
        return code;
    }
}
