package org.metalayer.protocol.json;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON text, compact for machines or indented for people. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final boolean indent;
    private int depth;

    private JsonWriter(boolean indent) {
        this.indent = indent;
    }

    static String compact(JsonValue value) {
        return new JsonWriter(false).write(value).out.toString();
    }

    static String pretty(JsonValue value) {
        return new JsonWriter(true).write(value).out.toString();
    }

    private JsonWriter write(JsonValue value) {
        switch (value) {
            case JsonObject object -> object(object);
            case JsonValue.Array array -> array(array);
            case JsonValue.Text text -> string(text.value());
            case JsonValue.Decimal number -> out.append(number.value().toString());
            case JsonValue.Bool bool -> out.append(bool.value());
            case JsonValue.Null _ -> out.append("null");
        }
        return this;
    }

    private void object(JsonObject object) {
        Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
        enclosed(
                '{',
                '}',
                members,
                member -> {
                    string(member.getKey());
                    out.append(indent ? ": " : ":");
                    write(member.getValue());
                });
    }

    private void array(JsonValue.Array array) {
        enclosed('[', ']', array.items().iterator(), this::write);
    }

    private <T> void enclosed(char open, char close, Iterator<T> items, Consumer<T> each) {
        out.append(open);
        if (items.hasNext()) {
            depth++;
            while (items.hasNext()) {
                newLine();
                each.accept(items.next());
                if (items.hasNext()) {
                    out.append(',');
                }
            }
            depth--;
            newLine();
        }
        out.append(close);
    }

    private void newLine() {
        if (indent) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7F) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
