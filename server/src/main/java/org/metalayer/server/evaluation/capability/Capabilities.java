package org.metalayer.server.evaluation.capability;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a set of files can do.
 *
 * @param counts how often each ability shows; absent where it does not
 */
public record Capabilities(Map<Ability, Integer> counts) {

    /** Of the rules: the same version finds the same in the same bytes. */
    public static final int VERSION = 3;

    public Capabilities {
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** What these files can do more often than {@code before}. */
    public Capabilities beyond(Capabilities before) {
        EnumMap<Ability, Integer> more = new EnumMap<>(Ability.class);
        counts.forEach((ability, count) -> {
            int had = before.counts().getOrDefault(ability, 0);
            if (count > had) {
                more.put(ability, count - had);
            }
        });
        return new Capabilities(more);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** In words: "reaches the network (2 places)". */
    public String describe() {
        return counts.entrySet().stream()
                .map(each ->
                        each.getKey().words()
                                + (each.getValue() > 1
                                        ? " (%d places)".formatted(each.getValue())
                                        : ""))
                .collect(Collectors.joining(", "));
    }
}
