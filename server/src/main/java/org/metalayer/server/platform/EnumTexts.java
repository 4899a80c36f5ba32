package org.metalayer.server.platform;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enumerations as they stand in URLs and JSON: lower case with underscores. */
public final class EnumTexts {

    private EnumTexts() {}

    public static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The constant a caller named; null stays null, anything unknown is their mistake. */
    public static <E extends Enum<E>> @Nullable E parse(
            String parameter, @Nullable String text, Class<E> type) {
        return text == null ? null : required(parameter, text, type);
    }

    /** The constant a caller had to name. */
    public static <E extends Enum<E>> E required(String parameter, String text, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> text(value).equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(parameter, type));
    }

    /** The constants a caller named with commas between them; null stands for none. */
    public static <E extends Enum<E>> List<E> parseAll(
            String parameter, @Nullable String text, Class<E> type) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .map(each -> Objects.requireNonNull(parse(parameter, each, type)))
                        .toList();
    }

    private static <E extends Enum<E>> ProblemException unknown(String parameter, Class<E> type) {
        String known =
                Stream.of(type.getEnumConstants())
                        .map(EnumTexts::text)
                        .collect(Collectors.joining(", "));
        return ProblemType.INVALID_REQUEST.because(
                "'%s' must be one of: %s".formatted(parameter, known));
    }
}
