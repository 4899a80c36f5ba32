package org.metalayer.server.evaluation.impact;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.Texts;
import org.metalayer.server.evaluation.impact.Impact.Factor;

/** The scoring table of docs/evaluation.md: additive, so that every point can be explained. */
public final class ImpactScore {

    private static final int EXPLAINED_FROM = 20;

    private ImpactScore() {}

    public static Impact of(ImpactFacts facts) {
        List<Factor> factors = new ArrayList<>();
        factors.add(type(facts));
        add(factors, "explanation", explanation(facts), why(facts));
        add(
                factors,
                "features",
                Math.min(20, 10 * facts.features()),
                Texts.count(facts.features(), "new feature"));
        add(
                factors,
                "files",
                steps(facts.changedFiles(), 1, 5, 10, 10, 100, 15),
                Texts.count(facts.changedFiles(), "file") + " changed");
        add(
                factors,
                "size",
                steps(facts.changedBytes(), 10L << 20, 5, 100L << 20, 10, 1L << 30, 15),
                Texts.count(facts.changedBytes(), "byte") + " changed");
        add(factors, "code", code(facts), code(facts) >= 10 ? "mostly code" : "some code");
        add(
                factors,
                "removals",
                Math.min(15, 5 * facts.removedFiles()),
                Texts.count(facts.removedFiles(), "file") + " removed");
        add(
                factors,
                "reach",
                steps(facts.reach(), 10, 5, 100, 10, 1000, 15),
                Texts.count(facts.reach(), "stick") + " have this component");
        return Impact.of(factors);
    }

    private static Factor type(ImpactFacts facts) {
        int points =
                switch (facts.type()) {
                    case SECURITY -> 40;
                    case FEATURE, BUGFIX -> 20;
                    case PERFORMANCE -> 15;
                    case UX -> 10;
                };
        return new Factor("type", points, "a " + facts.type().wire() + " upgrade");
    }

    private static int explanation(ImpactFacts facts) {
        boolean explained = facts.descriptionLength() >= EXPLAINED_FROM;
        return (explained ? 15 : 0) + Math.min(10, 5 * facts.claims());
    }

    private static String why(ImpactFacts facts) {
        return "a description of %s, %s"
                .formatted(
                        Texts.count(facts.descriptionLength(), "character"),
                        Texts.count(facts.claims(), "claim"));
    }

    private static int code(ImpactFacts facts) {
        if (facts.activeBytes() == 0) {
            return 0;
        }
        return 2 * facts.activeBytes() >= facts.changedBytes() ? 10 : 5;
    }

    private static int steps(
            long value,
            long first,
            int firstPoints,
            long second,
            int secondPoints,
            long third,
            int thirdPoints) {
        if (value >= third) {
            return thirdPoints;
        }
        if (value >= second) {
            return secondPoints;
        }
        return value >= first ? firstPoints : 0;
    }

    private static void add(List<Factor> factors, String name, int points, String why) {
        if (points > 0) {
            factors.add(new Factor(name, points, why));
        }
    }
}
