package org.metalayer.server.evaluation.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must also hold for a row to match, in CEL over the {@link Fact}s. Without loops, functions
 * of one's own or access to anything else: it ends, after at most as many steps as it has
 * characters.
 */
public final class Condition {

    /** The most characters that a condition may have. */
    public static final int LONGEST = 500;

    private final String source;
    private final Optional<CelRuntime.Program> program;
    private final Mentions mentions;

    private Condition(String source, Optional<CelRuntime.Program> program, Mentions mentions) {
        this.source = source;
        this.program = program;
        this.mentions = mentions;
    }

    /**
     * Checks and compiles a condition.
     *
     * @throws ConditionException where it is too long or deep, uses unknown names or wrong types,
     *     or is not true or false
     */
    public static Condition parse(String source) throws ConditionException {
        CelAbstractSyntaxTree checked = ConditionLanguage.check(source);
        return new Condition(
                source,
                Optional.of(ConditionLanguage.program(checked)),
                Mentions.of(checked.getExpr()));
    }

    /** One that was checked when it was saved; if it cannot be compiled any more it cannot hold. */
    static Condition kept(String source) {
        try {
            return parse(source);
        } catch (ConditionException e) {
            return new Condition(source, Optional.empty(), Mentions.NONE);
        }
    }

    public String source() {
        return source;
    }

    Mentions mentions() {
        return mentions;
    }

    /**
     * Whether it holds.
     *
     * @throws ConditionException where it cannot be told: a division by zero, an overflow, or a
     *     text that is no condition any more
     */
    boolean holds(Facts facts) throws ConditionException {
        if (program.isEmpty()) {
            throw ConditionException.failed("this version cannot read it");
        }
        try {
            if (program.get().eval(variables(facts)) instanceof Boolean truth) {
                return truth;
            }
            throw ConditionException.failed("it is neither true nor false");
        } catch (CelEvaluationException e) {
            throw ConditionException.failed(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> variables(Facts facts) {
        Map<String, Object> variables = new HashMap<>(ConditionLanguage.WORDS);
        facts.values().forEach((fact, value) -> variables.put(fact.word(), value));
        variables.put(ConditionLanguage.IMPACT, ConditionLanguage.rank(facts.level()));
        return variables;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition that && that.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
