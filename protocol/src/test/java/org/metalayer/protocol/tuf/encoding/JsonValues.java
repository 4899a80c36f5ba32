package org.metalayer.protocol.tuf.encoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** Any JSON that can be signed: whole numbers of up to thirty digits, and every kind of text. */
final class JsonValues {
    private static final BigInteger MOST = BigInteger.TEN.pow(30).subtract(BigInteger.ONE);

    private JsonValues() {}

    static Arbitrary<JsonValue> any() {
        return Arbitraries.recursive(JsonValues::leaves, JsonValues::nested, 0, 3);
    }

    static Arbitrary<JsonObject> objects() {
        return Arbitraries.maps(texts(), any()).ofMaxSize(6).map(JsonObject::new);
    }

    /** Text with all that encoders disagree about, but no half of a surrogate pair. */
    static Arbitrary<String> texts() {
        Arbitrary<Integer> troublesome =
                Arbitraries.of(
                        0, 8, 9, 10, 13, 0x1f, 0x20, 0x22, 0x2f, 0x5c, 0x75, 0x7f, 0x80, 0x2028);
        Arbitrary<Integer> aroundSurrogates = Arbitraries.of(0xd7ff, 0xe000, 0xffff, 0x10000);
        Arbitrary<Integer> any =
                Arbitraries.integers()
                        .between(0, Character.MAX_CODE_POINT)
                        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
        return Arbitraries.oneOf(troublesome, aroundSurrogates, any)
                .list()
                .ofMaxSize(6)
                .map(points ->
                        points.stream()
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString());
    }

    private static Arbitrary<JsonValue> leaves() {
        return Arbitraries.oneOf(
                texts().map(JsonValue.Text::new),
                Arbitraries.bigIntegers()
                        .between(MOST.negate(), MOST)
                        .map(number -> new JsonValue.Decimal(new BigDecimal(number))),
                Arbitraries.of(true, false).map(JsonValue.Bool::new),
                Arbitraries.just(new JsonValue.Null()));
    }

    private static Arbitrary<JsonValue> nested(Arbitrary<JsonValue> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(JsonValue.Array::new),
                Arbitraries.maps(texts(), inner)
                        .ofMaxSize(4)
                        .map((Map<String, JsonValue> members) -> new JsonObject(members)));
    }
}
