package org.metalayer.server.evaluation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/** Reads what somebody wrote, and finds every fault in it and not only the first. */
public final class PolicyReader {

    static final int MOST_ROWS = 50;
    static final int MOST_EXAMPLES = 100;
    private static final int LONGEST_NAME = 80;

    /** Either what was written, or what is wrong with it. */
    public sealed interface Outcome {

        /** It can be saved. */
        record Content(PolicyContent content) implements Outcome {}

        /** It cannot; there is at least one fault. */
        record Faulty(List<PolicyFault> faults) implements Outcome {}
    }

    private final List<PolicyFault> faults = new ArrayList<>();

    private PolicyReader() {}

    public static Outcome read(PolicyText text) {
        return new PolicyReader().outcome(text);
    }

    private Outcome outcome(PolicyText text) {
        List<PolicyRow> rows = rows(text.rows());
        List<PolicyExample> examples = examples(text.examples());
        if (faults.isEmpty() && !rows.getLast().isLastResort()) {
            faults.add(
                    PolicyFault.of(
                            "rows[%d]".formatted(rows.size() - 1),
                            "the last row must send everything else to a person: any type, any"
                                    + " impact, no condition, needs_human"));
        }
        return faults.isEmpty()
                ? new Outcome.Content(new PolicyContent(rows, examples))
                : new Outcome.Faulty(List.copyOf(faults));
    }

    private List<PolicyRow> rows(List<PolicyText.RowText> texts) {
        if (texts.isEmpty() || texts.size() > MOST_ROWS) {
            faults.add(PolicyFault.of("rows", "a policy has 1 to %d rows".formatted(MOST_ROWS)));
            return List.of();
        }
        List<PolicyRow> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            row(i, texts.get(i)).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<PolicyRow> row(int index, PolicyText.RowText text) {
        String place = "rows[%d]".formatted(index);
        Optional<UpgradeType> type = word(place + ".type", text.type(), UpgradeType.values());
        Optional<ImpactLevel> least =
                word(place + ".min_impact", text.minImpact(), ImpactLevel.values());
        Optional<Condition> condition = condition(place + ".condition", text.condition());
        Optional<Priority> priority = word(place + ".priority", text.priority(), Priority.values());
        return verdict(place, text.verdict(), text.strategy())
                .map(ruled ->
                        new PolicyRow(
                                index + 1,
                                type,
                                least,
                                condition,
                                ruled.verdict(),
                                ruled.strategy(),
                                priority.orElse(Priority.NORMAL)));
    }

    private List<PolicyExample> examples(List<PolicyText.ExampleText> texts) {
        if (texts.size() > MOST_EXAMPLES) {
            faults.add(
                    PolicyFault.of(
                            "examples",
                            "a policy has at most %d examples".formatted(MOST_EXAMPLES)));
            return List.of();
        }
        List<PolicyExample> examples = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            example("examples[%d]".formatted(i), texts.get(i)).ifPresent(examples::add);
        }
        return examples;
    }

    private Optional<PolicyExample> example(String place, PolicyText.ExampleText text) {
        Optional<String> name = name(place + ".name", text.name());
        Optional<PolicyExample.Found> finding =
                word(place + ".finding", text.finding(), PolicyExample.Found.values());
        Optional<Facts> facts = facts(place + ".facts", text);
        Optional<Ruled> ruled = verdict(place, text.verdict(), text.strategy());
        if (name.isEmpty() || facts.isEmpty() || ruled.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PolicyExample(
                        name.get(),
                        facts.get(),
                        finding.orElse(PolicyExample.Found.PASSED),
                        ruled.get().verdict(),
                        ruled.get().strategy()));
    }

    private Optional<String> name(String place, @Nullable String given) {
        try {
            return Optional.of(Texts.line("the name", given == null ? "" : given, 1, LONGEST_NAME));
        } catch (MalformedDocumentException e) {
            return fault(place, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Facts> facts(String place, PolicyText.ExampleText text) {
        try {
            return Optional.of(FactsJson.read(text.facts()));
        } catch (MalformedDocumentException e) {
            return fault(place, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Condition> condition(String place, @Nullable String source) {
        if (source == null || source.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Condition.parse(source));
        } catch (ConditionException e) {
            faults.add(new PolicyFault(place, e.line(), e.column(), e.why()));
            return Optional.empty();
        }
    }

    private record Ruled(Verdict verdict, Optional<Strategy> strategy) {}

    private Optional<Ruled> verdict(
            String place, @Nullable String verdict, @Nullable String strategy) {
        Optional<Verdict> given = word(place + ".verdict", verdict, Verdict.values());
        Optional<Strategy> way = strategy(place + ".strategy", strategy);
        if (given.isEmpty()) {
            return verdict == null
                    ? fault(place + ".verdict", "must be approve, reject or needs_human")
                    : Optional.empty();
        }
        boolean approves = given.get() == Verdict.APPROVE;
        if (approves != way.isPresent() && approves == (strategy == null)) {
            return fault(
                    place + ".strategy",
                    "a strategy belongs to approvals, and only to them: one of IMMEDIATE, STAGED,"
                            + " TEST_FIRST, OPTIONAL");
        }
        return approves == way.isPresent()
                ? Optional.of(new Ruled(given.get(), way))
                : Optional.empty();
    }

    private Optional<Strategy> strategy(String place, @Nullable String given) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<Strategy> known =
                Stream.of(Strategy.values()).filter(it -> it.name().equals(given)).findFirst();
        return known.isPresent()
                ? known
                : fault(place, "must be one of IMMEDIATE, STAGED, TEST_FIRST, OPTIONAL");
    }

    private <E extends Enum<E>> Optional<E> word(String place, @Nullable String given, E[] known) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<E> found = Stream.of(known).filter(it -> lower(it).equals(given)).findFirst();
        return found.isPresent()
                ? found
                : fault(
                        place,
                        "must be one of "
                                + Stream.of(known)
                                        .map(PolicyReader::lower)
                                        .collect(Collectors.joining(", ")));
    }

    private <T> Optional<T> fault(String place, String message) {
        faults.add(PolicyFault.of(place, message));
        return Optional.empty();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
