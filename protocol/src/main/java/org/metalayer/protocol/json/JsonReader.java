package org.metalayer.protocol.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** Recursive-descent reader of RFC 8259, bounded in depth and in number of values. */
final class JsonReader {
    // Bounded digits: a number of a megabyte would cost quadratic time to convert.
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?");

    private final String text;
    private int at;
    private int depth;
    private int valuesLeft;

    JsonReader(String text, int maxValues) {
        this.text = text;
        this.valuesLeft = maxValues;
    }

    JsonValue document() {
        JsonValue value = value();
        skipSpace();
        if (at != text.length()) {
            throw fault("nothing may follow the document");
        }
        return value;
    }

    private JsonValue value() {
        skipSpace();
        if (valuesLeft-- == 0) {
            throw fault("it holds too many values");
        }
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> new JsonValue.Text(string());
            case 't' -> literal("true", new JsonValue.Bool(true));
            case 'f' -> literal("false", new JsonValue.Bool(false));
            case 'n' -> literal("null", new JsonValue.Null());
            default -> number();
        };
    }

    private JsonValue nested(Supplier<JsonValue> body) {
        if (++depth > Json.MAX_DEPTH) {
            throw fault("nested deeper than " + Json.MAX_DEPTH);
        }
        JsonValue value = body.get();
        depth--;
        return value;
    }

    private JsonObject object() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (accept('}')) {
            return new JsonObject(members);
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            if (members.put(name, value()) != null) {
                throw fault("\"%s\" stands twice in one object".formatted(Texts.shown(name)));
            }
            skipSpace();
        } while (accept(','));
        expect('}');
        return new JsonObject(members);
    }

    private JsonValue.Array array() {
        List<JsonValue> items = new ArrayList<>();
        at++;
        skipSpace();
        if (accept(']')) {
            return new JsonValue.Array(items);
        }
        do {
            items.add(value());
            skipSpace();
        } while (accept(','));
        expect(']');
        return new JsonValue.Array(items);
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return wellFormed(value.toString());
            } else if (c == '\\') {
                value.append(escape());
            } else if (c < 0x20) {
                throw fault("control characters must be escaped");
            } else {
                value.append(c);
            }
        }
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("unknown escape \\" + Texts.shown(String.valueOf(c)));
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw fault("\\u needs four hex digits");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    // A lone surrogate cannot be encoded again, so the value could not be kept as it came.
    private String wellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isHighSurrogate(value.charAt(i))
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(value.charAt(i))) {
                throw fault("a string has half a surrogate pair");
            }
        }
        return value;
    }

    private JsonValue.Decimal number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault("a value is expected");
        }
        at = matcher.end();
        if (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            throw fault("not a number this protocol uses");
        }
        BigDecimal value = new BigDecimal(matcher.group());
        // Written again, an exponent can become longer than it may be.
        if (!NUMBER.matcher(value.toString()).matches()) {
            throw fault("not a number this protocol uses");
        }
        return new JsonValue.Decimal(value);
    }

    private JsonValue literal(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw fault("a value is expected");
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("the document ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw fault("'%c' is expected".formatted(c));
        }
    }

    private MalformedDocumentException fault(String why) {
        return new MalformedDocumentException(
                "not valid JSON at character %d: %s".formatted(at + 1, why));
    }
}
