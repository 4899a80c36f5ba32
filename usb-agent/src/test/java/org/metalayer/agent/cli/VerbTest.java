package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class VerbTest {

    @ParameterizedTest
    @EnumSource(Verb.class)
    void eachIsSaidWithTheNameOfItsCommand(Verb verb) {
        assertThat(new CommandLine(verb.command()).getCommandName()).isEqualTo(verb.word());
        assertThat(Verb.of(verb.word())).contains(verb);
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void onlyTheOneThatIsSaidIsPutTogether(Verb verb) {
        assertThat(StickCommand.commandLineFor(verb.word(), "--json").getSubcommands())
                .containsOnlyKeys(verb.word());
    }

    @Test
    void helpAndMistakesKnowThemAll() {
        String[] all = Stream.of(Verb.values()).map(Verb::word).toArray(String[]::new);
        for (String first : new String[] {"--help", "dance", "", "STATUS"}) {
            assertThat(StickCommand.commandLineFor(first).getSubcommands()).containsOnlyKeys(all);
        }
        assertThat(StickCommand.commandLineFor().getSubcommands()).containsOnlyKeys(all);
    }
}
