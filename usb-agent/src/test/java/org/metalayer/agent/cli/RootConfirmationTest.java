package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.PinnedRoot;

/** What a person at a terminal is shown and has to type. */
class RootConfirmationTest {

    private static final PinnedRoot BEFORE = new PinnedRoot(new Sha256("ab".repeat(32)));
    private static final PinnedRoot AFTER =
            new PinnedRoot(new Sha256("0123456789abcdef".repeat(4)));

    private final List<String> shown = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"01234567", " 0123456789AB\t"})
    void digitsOfTheNewOneAreEnough(String typed) {
        ask(typed);

        assertThat(shown)
                .singleElement()
                .asString()
                .contains(BEFORE.digest().hex(), AFTER.digest().hex())
                .contains("taken over would ask for the same", "by another way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "yes", "0123456", "abababab"})
    void nothingElseIs(String typed) {
        assertThatThrownBy(() -> ask(typed))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("nothing was changed");
    }

    @Test
    void theFirstRootThatAStickTrustsIsNotAskedAbout() {
        new RootConfirmation(this::answerNothing)
                .require(Optional.empty(), AFTER, Optional.empty());

        assertThat(shown).isEmpty();
    }

    private void ask(String typed) {
        new RootConfirmation(
                        question -> {
                            shown.add(question);
                            return Optional.of(typed);
                        })
                .require(Optional.of(BEFORE), AFTER, Optional.empty());
    }

    private Optional<String> answerNothing(String question) {
        shown.add(question);
        return Optional.empty();
    }
}
