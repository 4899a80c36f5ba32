package org.metalayer.server.evaluation.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition speaks of: which facts, and what it compares them with. Arithmetic of constants
 * counts as its result, however they are written: {@code 10 * 1024 * 1024} and {@code 0x3E8}.
 */
record Mentions(Set<String> words, Set<Long> numbers, Set<String> texts) {

    static final Mentions NONE = new Mentions(Set.of(), Set.of(), Set.of());

    static Mentions of(CelExpr condition) {
        Mentions found =
                new Mentions(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        found.collect(condition);
        return found;
    }

    private void collect(CelExpr part) {
        Optional<Object> constant = constant(part);
        if (constant.isPresent()) {
            switch (constant.get()) {
                case Long number -> numbers.add(number);
                case Object text -> texts.add(text.toString());
            }
            return;
        }
        switch (part.getKind()) {
            case IDENT -> words.add(part.ident().name());
            case CALL -> {
                part.call().target().ifPresent(this::collect);
                part.call().args().forEach(this::collect);
            }
            case LIST -> part.list().elements().forEach(this::collect);
            default -> {
                // Nothing else stands in a condition.
            }
        }
    }

    /** The number or text that a part always is. */
    private static Optional<Object> constant(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part.constant());
            case CALL -> result(part.call());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> Optional.of(constant.int64Value());
            case STRING_VALUE -> Optional.of(constant.stringValue());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> result(CelExpr.CelCall call) {
        List<Object> given =
                call.args().stream().map(Mentions::constant).flatMap(Optional::stream).toList();
        if (call.target().isPresent() || given.size() != 2 || call.args().size() != 2) {
            return Optional.empty();
        }
        if (given.getFirst() instanceof Long left && given.getLast() instanceof Long right) {
            return number(call.function(), left, right);
        }
        return call.function().equals("_+_")
                ? Optional.of(given.getFirst().toString() + given.getLast())
                : Optional.empty();
    }

    private static Optional<Object> number(String function, long left, long right) {
        try {
            return switch (function) {
                case "_+_" -> Optional.of(Math.addExact(left, right));
                case "_-_" -> Optional.of(Math.subtractExact(left, right));
                case "_*_" -> Optional.of(Math.multiplyExact(left, right));
                case "_/_" -> Optional.of(Math.divideExact(left, right));
                default -> Optional.empty();
            };
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
