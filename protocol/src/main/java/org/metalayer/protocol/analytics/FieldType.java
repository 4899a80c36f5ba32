package org.metalayer.protocol.analytics;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** What a field can hold. */
public sealed interface FieldType {

    /** Bytes that names of features, timings and errors have at most, in characters. */
    int LONGEST_NAME = 64;

    /**
     * Refuses what the field cannot hold.
     *
     * @throws MalformedDocumentException saying what it can
     */
    void require(String field, JsonValue value);

    /** In words, for the owner. */
    String words();

    /** A whole number. */
    record Whole(long least, long most) implements FieldType {

        @Override
        public void require(String field, JsonValue value) {
            if (!(value instanceof JsonValue.Decimal(BigDecimal number)) || !holds(number)) {
                throw new MalformedDocumentException("\"%s\" must be %s".formatted(field, words()));
            }
        }

        private boolean holds(BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        }

        @Override
        public String words() {
            return "a whole number from %d to %d".formatted(least, most);
        }
    }

    /** A word such as the name of a component. */
    record Word(Pattern pattern) implements FieldType {

        @Override
        public void require(String field, JsonValue value) {
            if (!(value instanceof JsonValue.Text(String text))
                    || !pattern.matcher(text).matches()) {
                throw new MalformedDocumentException("\"%s\" must be %s".formatted(field, words()));
            }
        }

        @Override
        public String words() {
            return "a text of the form " + pattern;
        }

        // Patterns are equal when they are the same object only.
        @Override
        public boolean equals(Object other) {
            return other instanceof Word word && word.pattern.pattern().equals(pattern.pattern());
        }

        @Override
        public int hashCode() {
            return pattern.pattern().hashCode();
        }
    }

    /**
     * A list of names.
     *
     * @param most how many
     */
    record Names(int most) implements FieldType {

        @Override
        public void require(String field, JsonValue value) {
            if (!(value instanceof JsonValue.Array(var items)) || items.size() > most) {
                throw new MalformedDocumentException("\"%s\" must be %s".formatted(field, words()));
            }
            for (JsonValue item : items) {
                if (!(item instanceof JsonValue.Text(String name))) {
                    throw new MalformedDocumentException(
                            "\"%s\" must be %s".formatted(field, words()));
                }
                Texts.line("a name in " + field, name, 1, LONGEST_NAME);
            }
        }

        @Override
        public String words() {
            return "a list of at most %d names".formatted(most);
        }
    }

    /**
     * A number for each of some names.
     *
     * @param most how many names
     */
    record Numbers(int most, Whole each) implements FieldType {

        @Override
        public void require(String field, JsonValue value) {
            if (!(value instanceof JsonObject(var members)) || members.size() > most) {
                throw new MalformedDocumentException("\"%s\" must be %s".formatted(field, words()));
            }
            members.forEach((name, number) -> {
                Texts.line("a name in " + field, name, 1, LONGEST_NAME);
                each.require("%s.%s".formatted(field, Texts.shown(name)), number);
            });
        }

        @Override
        public String words() {
            return "%s for each of at most %d names".formatted(each.words(), most);
        }
    }
}
