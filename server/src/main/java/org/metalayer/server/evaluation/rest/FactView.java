package org.metalayer.server.evaluation.rest;

import java.util.Locale;
import org.metalayer.server.evaluation.policy.Fact;
import org.metalayer.server.platform.WordOf;

/**
 * A name that conditions and examples may use.
 *
 * @param usual what an example has that does not say otherwise
 */
public record FactView(
        String name, @WordOf(Fact.Kind.class) String kind, String usual, String meaning) {

    static FactView of(Fact fact) {
        return new FactView(
                fact.word(),
                fact.kind().name().toLowerCase(Locale.ROOT),
                fact.usual().toString(),
                fact.meaning());
    }
}
