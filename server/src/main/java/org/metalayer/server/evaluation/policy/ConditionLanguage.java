package org.metalayer.server.evaluation.policy;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/**
 * The part of CEL that conditions may use: facts, the words for types and impacts, comparison,
 * arithmetic, lists of literals and three tests of texts. No macros, so no loops; nothing about the
 * present time, so that the same facts always give the same answer. A type of upgrade is a type of
 * its own: {@code upgrade_type == secruity} is refused where a text would never match.
 *
 * <p>Made when the first condition is: a policy without conditions does without it.
 */
final class ConditionLanguage {

    static final String IMPACT = "impact";

    /** The constants: types of upgrades, and the impacts in their order. */
    static final Map<String, Object> WORDS = words();

    private static final int DEEPEST = 32;
    private static final CelType UPGRADE_TYPE = OpaqueType.create("upgrade_type");

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder().build();

    private ConditionLanguage() {}

    static CelAbstractSyntaxTree check(String source) throws ConditionException {
        if (source.codePointCount(0, source.length()) > Condition.LONGEST) {
            throw new ConditionException(
                    "a condition has at most %d characters".formatted(Condition.LONGEST), 0, 0);
        }
        CelValidationResult checked = COMPILER.compile(source);
        if (checked.hasError()) {
            throw refused(checked.getErrors().getFirst());
        }
        try {
            return checked.getAst();
        } catch (CelValidationException e) {
            throw ConditionException.failed(String.valueOf(e.getMessage()));
        }
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree checked) throws ConditionException {
        try {
            return RUNTIME.createProgram(checked);
        } catch (CelEvaluationException e) {
            throw ConditionException.failed(String.valueOf(e.getMessage()));
        }
    }

    static Long rank(ImpactLevel level) {
        return switch (level) {
            case LOW -> 0L;
            case MEDIUM -> 1L;
            case HIGH -> 2L;
        };
    }

    private static ConditionException refused(CelIssue issue) {
        String message = issue.getMessage().replace(" (in container '')", "");
        int candidates = message.indexOf(" (candidates:");
        return new ConditionException(
                candidates < 0 ? message : message.substring(0, candidates),
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn() + 1);
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(
                                CelOptions.current()
                                        .maxExpressionCodePointSize(Condition.LONGEST)
                                        .maxParseRecursionDepth(DEEPEST)
                                        .enableComprehension(false)
                                        .build())
                        .setStandardMacros()
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(functions())
                        .addVar(IMPACT, SimpleType.INT)
                        .setResultType(SimpleType.BOOL);
        for (Fact fact : Fact.values()) {
            builder.addVar(fact.word(), type(fact));
        }
        WORDS.forEach((word, value) ->
                builder.addVar(word, value instanceof Long ? SimpleType.INT : UPGRADE_TYPE));
        return builder.build();
    }

    private static CelStandardDeclarations functions() {
        return CelStandardDeclarations.newBuilder()
                .includeFunctions(
                        StandardFunction.IN,
                        StandardFunction.CONDITIONAL,
                        StandardFunction.LOGICAL_NOT,
                        StandardFunction.LOGICAL_OR,
                        StandardFunction.LOGICAL_AND,
                        StandardFunction.EQUALS,
                        StandardFunction.NOT_EQUALS,
                        StandardFunction.LESS,
                        StandardFunction.LESS_EQUALS,
                        StandardFunction.GREATER,
                        StandardFunction.GREATER_EQUALS,
                        StandardFunction.ADD,
                        StandardFunction.SUBTRACT,
                        StandardFunction.MULTIPLY,
                        StandardFunction.DIVIDE,
                        StandardFunction.CONTAINS,
                        StandardFunction.STARTS_WITH,
                        StandardFunction.ENDS_WITH)
                .build();
    }

    private static CelType type(Fact fact) {
        return switch (fact.kind()) {
            case TYPE -> UPGRADE_TYPE;
            case NAME -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
        };
    }

    private static Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        for (UpgradeType type : UpgradeType.values()) {
            words.put(type.wire(), type.wire());
        }
        for (ImpactLevel level : ImpactLevel.values()) {
            words.put(level.wire(), rank(level));
        }
        return Collections.unmodifiableMap(words);
    }
}
