package org.metalayer.agent.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.metalayer.protocol.trust.PinnedRoot;

/**
 * The owner's word that another first root is meant. A Main System that was taken over can make a
 * stick ask for the change just as one that was set up anew: only the digest tells them apart.
 */
final class RootConfirmation {

    /** Digits of the digest that a person types: enough to show that it was looked at. */
    private static final int TYPED = 8;

    private final Function<String, Optional<String>> person;

    /**
     * A confirmation by a person or by an option.
     *
     * @param person answers a question; with nothing where there is nobody
     */
    RootConfirmation(Function<String, Optional<String>> person) {
        this.person = person;
    }

    /** Whoever sits at the terminal, if there is one. */
    static Optional<String> atTheTerminal(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s", question));
    }

    /**
     * Demands it.
     *
     * @param before what the stick trusts; empty when it would trust for the first time
     * @param given the digest that was given with the command
     * @throws FailureException when it is not given
     */
    void require(Optional<PinnedRoot> before, PinnedRoot after, Optional<String> given) {
        if (given.isPresent()) {
            requireSame(after, given.get(), after.digest().hex().length());
        } else if (before.isPresent()) {
            String change = change(before.get(), after);
            String typed =
                    person.apply(
                                    "%s%nType the first %s digits of the new one to go on: "
                                            .formatted(change, TYPED))
                            .orElseThrow(() ->
                                    new FailureException(
                                            "%s%nIf it is the same, say this again with `--trust 1.root.json --confirm DIGEST`. Nothing was changed."
                                                    .formatted(change)));
            requireSame(after, typed, TYPED);
        }
    }

    private static String change(PinnedRoot before, PinnedRoot after) {
        return """
        this stick trusts the first root
          %s
        and would trust this one instead:
          %s
        A Main System that was taken over would ask for the same. Compare the new one with what
        the operator tells you by another way than the one by which it came to you; they see it
        with `./metalayer keys list`. If nobody told you of such a change, stop here and ask them.\
        """
                .formatted(before.digest().hex(), after.digest().hex());
    }

    private static void requireSame(PinnedRoot after, String word, int least) {
        String digits = word.strip().toLowerCase(Locale.ROOT);
        if (digits.length() < least || !after.digest().hex().startsWith(digits)) {
            throw new FailureException(
                    "the digest of the new first root is %s, which is not what was confirmed: nothing was changed. If the operator tells you another one, this root is not theirs"
                            .formatted(after.digest().hex()));
        }
    }
}
