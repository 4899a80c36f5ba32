package org.metalayer.server.evaluation.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactFacts;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.impact.ImpactScore;

/**
 * All facts about one report.
 *
 * @param values one for each {@link Fact}: a {@code Long}, {@code Boolean} or {@code String}
 */
public record Facts(Map<Fact, Object> values) {

    /** More than every step of the impact's table. */
    private static final long MOST_COUNTED = 100_000_000;

    public Facts {
        EnumMap<Fact, Object> whole = new EnumMap<>(Fact.class);
        whole.putAll(values);
        for (Fact fact : Fact.values()) {
            Object value = whole.get(fact);
            if (value == null || !fact.takes(value)) {
                throw new IllegalArgumentException(
                        "%s must be %s, was %s".formatted(fact.word(), fact.wants(), value));
            }
        }
        values = Collections.unmodifiableMap(whole);
    }

    /** A report that looks like most of them. */
    public static Facts usual() {
        EnumMap<Fact, Object> values = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            values.put(fact, fact.usual());
        }
        return new Facts(values);
    }

    /** A report that could not be examined: nothing is known but what it is about. */
    public static Facts unexamined(ComponentName component, UpgradeType type) {
        EnumMap<Fact, Object> values = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            values.put(
                    fact,
                    switch (fact.kind()) {
                        case TYPE -> type.wire();
                        case NAME -> component.value();
                        case NUMBER -> 0L;
                        case FLAG -> false;
                    });
        }
        return new Facts(values);
    }

    /** The same, but for one fact. */
    public Facts with(Fact fact, Object value) {
        EnumMap<Fact, Object> changed = new EnumMap<>(values);
        changed.put(fact, value);
        return new Facts(changed);
    }

    public UpgradeType type() {
        return UpgradeType.parse(text(Fact.UPGRADE_TYPE));
    }

    public ComponentName component() {
        return new ComponentName(text(Fact.COMPONENT));
    }

    public ImpactLevel level() {
        return ImpactLevel.of(count(Fact.SCORE));
    }

    public long number(Fact fact) {
        return (Long) value(fact);
    }

    public boolean is(Fact fact) {
        return (Boolean) value(fact);
    }

    /** The impact that the facts explain. */
    public Impact impact() {
        return is(Fact.EXAMINED) ? ImpactScore.of(impactFacts()) : Impact.UNKNOWN;
    }

    private ImpactFacts impactFacts() {
        return new ImpactFacts(
                type(),
                count(Fact.DESCRIPTION_LENGTH),
                count(Fact.FEATURES),
                count(Fact.CLAIMS),
                count(Fact.FILES_ADDED) + count(Fact.FILES_MODIFIED) + count(Fact.FILES_REMOVED),
                count(Fact.FILES_REMOVED),
                number(Fact.CHANGED_BYTES),
                number(Fact.CODE_BYTES),
                number(Fact.REACH));
    }

    private int count(Fact fact) {
        return (int) Math.min(number(fact), MOST_COUNTED);
    }

    private String text(Fact fact) {
        return (String) value(fact);
    }

    Object value(Fact fact) {
        return Optional.ofNullable(values.get(fact)).orElseThrow();
    }
}
