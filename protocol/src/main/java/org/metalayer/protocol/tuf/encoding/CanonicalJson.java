package org.metalayer.protocol.tuf.encoding;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * The "canonical JSON" of OLPC, which TUF signs (specification §4.2): members ordered by code
 * point, no space, whole numbers only, and strings in which nothing but the quote and the backslash
 * is escaped.
 *
 * <p>It is not RFC 8785: that escapes control characters and orders by UTF-16 unit.
 */
public final class CanonicalJson {
    // The order of UTF-8 bytes is the order of code points; that of UTF-16 units is not.
    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(CanonicalJson::utf8, Arrays::compareUnsigned);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CanonicalJson() {}

    /**
     * The canonical bytes of a value.
     *
     * @throws MalformedDocumentException when it holds a number with a fraction or an exponent
     */
    public static byte[] encode(JsonValue value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer.out.toByteArray();
    }

    private void write(JsonValue value) {
        switch (value) {
            case JsonObject object -> object(object);
            case JsonValue.Array array -> array(array.items());
            case JsonValue.Text text -> string(text.value());
            case JsonValue.Decimal number -> ascii(whole(number.value()));
            case JsonValue.Bool bool -> ascii(Boolean.toString(bool.value()));
            case JsonValue.Null _ -> ascii("null");
        }
    }

    private void object(JsonObject object) {
        Iterator<String> names =
                object.members().keySet().stream().sorted(BY_CODE_POINT).iterator();
        out.write('{');
        while (names.hasNext()) {
            String name = names.next();
            string(name);
            out.write(':');
            write(Objects.requireNonNull(object.members().get(name)));
            if (names.hasNext()) {
                out.write(',');
            }
        }
        out.write('}');
    }

    private void array(List<JsonValue> items) {
        out.write('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            write(items.get(i));
        }
        out.write(']');
    }

    private void string(String value) {
        out.write('"');
        for (byte b : utf8(value)) {
            if (b == '"' || b == '\\') {
                out.write('\\');
            }
            out.write(b);
        }
        out.write('"');
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    // The scale, not the value: other programs read 1.0 and 1e0 as fractions.
    private static String whole(BigDecimal number) {
        if (number.scale() != 0) {
            throw new MalformedDocumentException("signed metadata holds whole numbers only");
        }
        return number.toBigInteger().toString();
    }
}
