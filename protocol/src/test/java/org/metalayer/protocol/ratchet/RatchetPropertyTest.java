package org.metalayer.protocol.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Histories of renewals that are cut off anywhere, of copied and of restored sticks, and of a Main
 * System that is restored itself: nobody is accused wrongly, and no copy escapes.
 */
class RatchetPropertyTest {

    private static final int MOST_STEPS = 24;
    private static final int MOST_COPIES = 4;

    /** What may happen in a history. */
    enum Deed {
        RENEW,
        CUT_BEFORE_WRITING,
        CUT_BEFORE_SENDING,
        CUT_BEFORE_WRITING_THE_ANSWER,
        HOLD_UP,
        ARRIVE,
        COPY,
        BACK_UP,
        RESTORE,
        CONFIRM,
        BACK_UP_SERVER,
        RESTORE_SERVER
    }

    /** A deed of the copy with number {@code which}, or with the backup of that number. */
    record Step(Deed deed, int which, int backup) {}

    @Property(tries = 60_000, shrinking = ShrinkingMode.BOUNDED)
    void everyRenewalIsFoundToBeWhatItIs(@ForAll("withoutServerRestores") List<Step> history) {
        World world = new World();
        Tree tree = new Tree();
        for (Step step : history) {
            Optional<World.Judged> judged = take(world, step);
            judged.ifPresent(it ->
                    assertThat(it.verdict())
                            .as("%s", it)
                            .isInstanceOf(tree.expect(it, world.now())));
        }
    }

    @Property(tries = 40_000, shrinking = ShrinkingMode.BOUNDED)
    void aSingleStickIsNeverAccusedWhateverIsCutOffAndHoweverTheMainSystemIsRestored(
            @ForAll("honest") List<Step> history) {
        World world = new World();
        for (Step step : history) {
            take(world, step).ifPresent(RatchetPropertyTest::accusesNobody);
        }
        Verdict last = take(world, new Step(Deed.RENEW, 0, 0)).orElseThrow().verdict();
        assertThat(last).isInstanceOfAny(Verdict.Renewed.class, Verdict.Repeated.class);
    }

    @Property(tries = 40_000, shrinking = ShrinkingMode.BOUNDED)
    void everyCopyIsFoundWhateverIsCutOffAndHoweverTheMainSystemIsRestored(
            @ForAll("copied") List<Step> history) {
        World world = new World();
        for (Step step : history) {
            Optional<World.Judged> judged = take(world, step);
            if (world.copies() == 1) {
                judged.ifPresent(RatchetPropertyTest::accusesNobody);
            }
        }
        everybodyRenews(world, 5);
        assertThat(world.server().doubt())
                .isEqualTo(world.copies() == 1 ? Doubt.NONE : Doubt.CLONED);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
    void theCopyThatAnOperatorKeepsGoesOnAndTheOthersAreSetAside(
            @ForAll("copied") List<Step> history, @ForAll int chosen) {
        World world = new World();
        history.forEach(step -> take(world, step));
        everybodyRenews(world, 5);
        if (world.copies() == 1) {
            return;
        }
        List<RenewalClaim> seen = world.claims();
        RenewalClaim kept = seen.get(Math.floorMod(chosen, seen.size()));
        long newest = seen.stream().mapToLong(RenewalClaim::epoch).max().orElseThrow();
        world.keep(Optional.of(kept), newest);
        for (int i = 0; i < seen.size(); i++) {
            Verdict verdict = take(world, new Step(Deed.RENEW, i, 0)).orElseThrow().verdict();
            assertThat(verdict)
                    .isInstanceOf(
                            seen.get(i).equals(kept)
                                    ? Verdict.Repeated.class
                                    : Verdict.SetAside.class);
        }
    }

    private static void everybodyRenews(World world, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < world.copies(); i++) {
                take(world, new Step(Deed.RENEW, i, 0));
            }
        }
    }

    private static void accusesNobody(World.Judged judged) {
        assertThat(judged.verdict())
                .as("%s", judged)
                .isInstanceOfAny(Verdict.Renewed.class, Verdict.Repeated.class, Verdict.Late.class);
    }

    private static Optional<World.Judged> take(World world, Step step) {
        world.tick();
        int which = step.which();
        switch (step.deed()) {
            case RENEW -> {
                return world.renew(which, World.Cut.NEVER, false);
            }
            case CUT_BEFORE_WRITING -> {
                return world.renew(which, World.Cut.BEFORE_THE_REQUEST_IS_WRITTEN, false);
            }
            case CUT_BEFORE_SENDING -> {
                return world.renew(which, World.Cut.BEFORE_IT_IS_SENT, false);
            }
            case CUT_BEFORE_WRITING_THE_ANSWER -> {
                return world.renew(which, World.Cut.BEFORE_THE_ANSWER_IS_WRITTEN, false);
            }
            case CONFIRM -> {
                return world.renew(which, World.Cut.NEVER, true);
            }
            case ARRIVE -> {
                return world.release();
            }
            case HOLD_UP -> world.hold(which);
            case COPY -> world.copy(which, world.copies() < MOST_COPIES);
            case BACK_UP -> world.backUp(which);
            case RESTORE -> world.restore(which, step.backup());
            case BACK_UP_SERVER -> world.backUpServer();
            case RESTORE_SERVER -> world.restoreServer(step.backup());
        }
        return Optional.empty();
    }

    @Provide
    Arbitrary<List<Step>> withoutServerRestores() {
        return histories(
                Deed.RENEW,
                Deed.RENEW,
                Deed.CUT_BEFORE_WRITING,
                Deed.CUT_BEFORE_SENDING,
                Deed.CUT_BEFORE_WRITING_THE_ANSWER,
                Deed.HOLD_UP,
                Deed.ARRIVE,
                Deed.COPY,
                Deed.BACK_UP,
                Deed.RESTORE,
                Deed.CONFIRM);
    }

    @Provide
    Arbitrary<List<Step>> honest() {
        return histories(
                Deed.RENEW,
                Deed.RENEW,
                Deed.CUT_BEFORE_WRITING,
                Deed.CUT_BEFORE_SENDING,
                Deed.CUT_BEFORE_WRITING_THE_ANSWER,
                Deed.HOLD_UP,
                Deed.ARRIVE,
                Deed.CONFIRM,
                Deed.BACK_UP_SERVER,
                Deed.RESTORE_SERVER);
    }

    @Provide
    Arbitrary<List<Step>> copied() {
        return histories(
                Deed.RENEW,
                Deed.RENEW,
                Deed.CUT_BEFORE_WRITING,
                Deed.CUT_BEFORE_SENDING,
                Deed.CUT_BEFORE_WRITING_THE_ANSWER,
                Deed.HOLD_UP,
                Deed.ARRIVE,
                Deed.COPY,
                Deed.BACK_UP_SERVER,
                Deed.RESTORE_SERVER);
    }

    private static Arbitrary<List<Step>> histories(Deed... deeds) {
        return Arbitraries.integers()
                .between(0, deeds.length * 16 * 8 - 1)
                .map(number ->
                        new Step(
                                deeds[number % deeds.length],
                                number / deeds.length % 16,
                                number / deeds.length / 16))
                .list()
                .ofMaxSize(MOST_STEPS);
    }
}
