package org.metalayer.server.evaluation.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/**
 * Reports to try policies with: every combination of the yes-or-no facts, components and scores
 * that conditions can tell apart, and in each of them every number in turn, at each value that some
 * condition names, just above and just below it, and in every order of magnitude. Two numbers that
 * only decide together are not found.
 */
final class ImaginedReports {

    /** Of all types and impacts together. A check ends soon, whatever the policies are. */
    static final int MOST = 20_000;

    private static final int MOST_OF_ONE =
            MOST / (UpgradeType.values().length * ImpactLevel.values().length);

    /** Conditions with more different numbers than this are tried with the lowest ones. */
    private static final int MOST_VALUES = 60;

    private static final int MOST_NAMES = 20;

    /** A prime above every number of choices: it comes to each combination once. */
    private static final long STRIDE = 1_000_003;

    /** Those that guard rails decide on are the same under every policy. */
    private static final Set<Fact> FLAGS = EnumSet.of(Fact.HAS_PARENT, Fact.SCANNED);

    private static final Set<Fact> NUMBERS = numbers();

    /** One value of one fact. */
    private record Choice(Fact fact, Object value) {

        static Choice usual(Fact fact) {
            return new Choice(fact, fact.usual());
        }
    }

    private final List<Mentions> mentions;
    private final Set<Long> named;

    /** What varies independently of each other; what is usual comes first. */
    private final List<List<Choice>> variations = new ArrayList<>();

    private boolean cutOff;

    private ImaginedReports(List<Mentions> mentions) {
        this.mentions = mentions;
        this.named = namedNumbers();
        FLAGS.stream()
                .filter(this::isNamed)
                .map(flag ->
                        List.of(Choice.usual(flag), new Choice(flag, !flag.usual().equals(true))))
                .forEach(variations::add);
        if (isNamed(Fact.COMPONENT)) {
            variations.add(components());
        }
        variations.add(oneNumber());
    }

    static ImaginedReports forConditions(Policy... policies) {
        return new ImaginedReports(
                Stream.of(policies)
                        .flatMap(policy -> policy.rows().stream())
                        .flatMap(row -> row.condition().stream())
                        .map(Condition::mentions)
                        .toList());
    }

    /** Those of a type and impact. */
    List<Facts> of(UpgradeType type, ImpactLevel level) {
        Facts usual = Facts.usual().with(Fact.UPGRADE_TYPE, type.wire());
        List<List<Choice>> all = new ArrayList<>(variations);
        all.addFirst(scores(level));
        return places(all).mapToObj(place -> at(place, all, usual)).toList();
    }

    /** Whether there would have been more of them. */
    boolean cutOff() {
        return cutOff;
    }

    /** Where too many, each choice alone, and as many others from everywhere as there is room. */
    private LongStream places(List<List<Choice>> all) {
        long combinations = 1;
        Set<Long> chosen = new LinkedHashSet<>();
        for (List<Choice> choices : all) {
            for (int i = 0; i < choices.size(); i++) {
                chosen.add(i * combinations);
            }
            combinations *= choices.size();
        }
        if (combinations <= MOST_OF_ONE) {
            return LongStream.range(0, combinations);
        }
        cutOff = true;
        for (long i = 1; chosen.size() < MOST_OF_ONE; i++) {
            chosen.add(i * STRIDE % combinations);
        }
        return chosen.stream().mapToLong(Long::longValue).limit(MOST_OF_ONE);
    }

    private static Facts at(long place, List<List<Choice>> all, Facts usual) {
        Facts report = usual;
        long rest = place;
        for (List<Choice> choices : all) {
            Choice choice = choices.get((int) (rest % choices.size()));
            report = report.with(choice.fact(), choice.value());
            rest /= choices.size();
        }
        return report;
    }

    private List<Choice> scores(ImpactLevel level) {
        Set<Long> scores = new LinkedHashSet<>(List.of(FactsJson.score(level)));
        if (isNamed(Fact.SCORE)) {
            named.stream()
                    .filter(score -> score <= Integer.MAX_VALUE)
                    .filter(score -> ImpactLevel.of(score.intValue()) == level)
                    .forEach(scores::add);
        }
        return scores.stream().map(score -> new Choice(Fact.SCORE, score)).toList();
    }

    private List<Choice> oneNumber() {
        Set<Long> values = new TreeSet<>(named);
        values.add(0L);
        for (long magnitude = 1; magnitude < Fact.MOST; magnitude *= 10) {
            values.add(magnitude);
        }
        values.add(Fact.MOST);
        List<Choice> choices = new ArrayList<>(List.of(Choice.usual(Fact.REACH)));
        NUMBERS.stream()
                .filter(this::isNamed)
                .forEach(fact -> values.forEach(value -> choices.add(new Choice(fact, value))));
        return choices;
    }

    /** Those that conditions name, and one that none of them knows. */
    private List<Choice> components() {
        Set<String> names = new LinkedHashSet<>(List.of(Fact.COMPONENT.usual().toString()));
        List<String> texts =
                mentions.stream().flatMap(each -> each.texts().stream()).distinct().toList();
        for (String text : texts) {
            // A part of a name, such as an ending, becomes one.
            Stream.of(text, "x" + text)
                    .filter(Fact.COMPONENT::takes)
                    .findFirst()
                    .ifPresent(name -> {
                        if (names.size() < MOST_NAMES) {
                            names.add(name);
                        } else {
                            cutOff = true;
                        }
                    });
        }
        names.add(nobodysName(texts));
        return names.stream().map(name -> new Choice(Fact.COMPONENT, name)).toList();
    }

    /** Of letters that no text has, where there is one. */
    private static String nobodysName(List<String> texts) {
        return "qzxjvkwyfbghpmucldrhsniotae0123456789"
                .chars()
                .mapToObj(Character::toString)
                .filter(letter -> texts.stream().noneMatch(text -> text.contains(letter)))
                .findFirst()
                .orElse("q")
                .repeat(7);
    }

    private Set<Long> namedNumbers() {
        Set<Long> all = new TreeSet<>();
        for (Mentions each : mentions) {
            for (long number : each.numbers()) {
                LongStream.rangeClosed(-1, 1)
                        .map(step -> Math.clamp(number, 0, Fact.MOST) + step)
                        .filter(value -> value >= 0 && value <= Fact.MOST)
                        .forEach(all::add);
            }
        }
        cutOff |= all.size() > MOST_VALUES;
        return all.stream().limit(MOST_VALUES).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isNamed(Fact fact) {
        return mentions.stream().anyMatch(each -> each.words().contains(fact.word()));
    }

    private static Set<Fact> numbers() {
        Set<Fact> numbers = EnumSet.noneOf(Fact.class);
        Stream.of(Fact.values())
                .filter(fact -> fact.kind() == Fact.Kind.NUMBER && fact != Fact.SCORE)
                .forEach(numbers::add);
        return numbers;
    }
}
