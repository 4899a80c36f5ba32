package org.metalayer.server.evaluation.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/**
 * Reports to try policies with. Every combination of the yes-or-no facts, and in each of them every
 * number in turn at each value that some condition names, just above and just below it, and every
 * component that one names. Two numbers that only decide together are not found.
 */
final class ImaginedReports {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern TEXT = Pattern.compile("[\"']([a-z0-9][a-z0-9-]{0,63})[\"']");

    /** Conditions with more different numbers than this are tried with the first ones. */
    private static final int MOST_VALUES = 60;

    private static final int MOST_NAMES = 20;

    /** Those that guard rails decide on are the same under every policy. */
    private static final Set<Fact> FLAGS = EnumSet.of(Fact.HAS_PARENT, Fact.SCANNED);

    private ImaginedReports() {}

    /** One usual report, or many where a condition of the policies can tell them apart. */
    static List<Facts> forConditions(Policy... policies) {
        List<String> conditions = conditions(policies).toList();
        List<Facts> reports = new ArrayList<>(List.of(Facts.usual()));
        FLAGS.stream()
                .filter(flag -> named(flag, conditions))
                .forEach(flag -> {
                    for (Facts report : List.copyOf(reports)) {
                        reports.add(report.with(flag, !report.is(flag)));
                    }
                });
        List<Facts> varied = new ArrayList<>(reports);
        for (Facts report : reports) {
            components(conditions).forEach(name -> varied.add(report.with(Fact.COMPONENT, name)));
            for (Fact fact : Fact.values()) {
                if (fact.kind() == Fact.Kind.NUMBER
                        && fact != Fact.SCORE
                        && named(fact, conditions)) {
                    values(conditions).forEach(value -> varied.add(report.with(fact, value)));
                }
            }
        }
        return varied;
    }

    /** The report with each score of a level that a condition can tell from others. */
    static Stream<Facts> ofImpact(Facts report, ImpactLevel level, Policy... policies) {
        Set<Long> scores = new TreeSet<>(List.of(FactsJson.score(level)));
        List<String> conditions = conditions(policies).toList();
        if (named(Fact.SCORE, conditions)) {
            values(conditions).forEach(scores::add);
        }
        return scores.stream()
                .map(score -> report.with(Fact.SCORE, score))
                .filter(facts -> facts.level() == level);
    }

    private static Stream<String> conditions(Policy... policies) {
        return Stream.of(policies)
                .flatMap(policy -> policy.rows().stream())
                .flatMap(row -> row.condition().stream())
                .map(Condition::source);
    }

    private static boolean named(Fact fact, List<String> conditions) {
        return conditions.stream().anyMatch(source -> source.contains(fact.word()));
    }

    private static Set<Long> values(List<String> conditions) {
        Set<Long> values = new TreeSet<>(List.of(0L));
        for (String condition : conditions) {
            Matcher numbers = NUMBER.matcher(condition);
            while (numbers.find() && values.size() < MOST_VALUES) {
                long number = Long.parseLong(numbers.group());
                values.addAll(List.of(Math.max(0, number - 1), number, number + 1));
            }
        }
        return values;
    }

    private static Set<String> components(List<String> conditions) {
        Set<String> names = new TreeSet<>();
        if (named(Fact.COMPONENT, conditions)) {
            for (String condition : conditions) {
                Matcher texts = TEXT.matcher(condition);
                while (texts.find() && names.size() < MOST_NAMES) {
                    names.add(texts.group(1));
                }
            }
        }
        return names;
    }
}
