package org.metalayer.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;

class JsonTest {
    @Test
    void readsWhatItWrites() {
        Random random = new Random(20261123);
        for (int i = 0; i < 500; i++) {
            JsonValue value = anyValue(random, 4);
            assertThat(Json.parse(Json.write(value))).isEqualTo(value);
            assertThat(Json.parse(Json.pretty(value).getBytes(UTF_8))).isEqualTo(value);
        }
    }

    @Test
    void keepsTheExactDecimalValueOfANumber() {
        assertThat(parse("0.1")).isEqualTo(new JsonValue.Decimal(new BigDecimal("0.1")));
        assertThat(parse("9223372036854775807"))
                .isEqualTo(new JsonValue.Decimal(BigDecimal.valueOf(Long.MAX_VALUE)));
    }

    @Test
    void decodesEscapesAndSurrogatePairs() {
        assertThat(parse("\"\\u00e9\\n\\/\\ud83c\\udfb5\""))
                .isEqualTo(new JsonValue.Text("é\n/🎵"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\":1,}",
                "[1,]",
                "{a:1}",
                "'a'",
                "tru",
                "nul",
                "+1",
                "01",
                "1.",
                ".5",
                "1e",
                "NaN",
                "Infinity",
                "-",
                "0x10",
                "1 2",
                "{} {}",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "[1,,2]",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "\uFEFF{}",
                "1111111111111111111111111111111111111111"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void refusesADuplicateKeyHoweverItIsSpelled() {
        assertThatThrownBy(() -> parse("{\"role\":\"a\",\"r\\u006fle\":\"b\"}"))
                .hasMessageContaining("stands twice");
    }

    @Test
    void refusesInvalidUtf8() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC3, '"'}))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesNestingThatWouldEatTheStack() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> parse(deep)).hasMessageContaining("nested deeper than 64");
    }

    @Test
    void refusesMoreValuesThanAnyMessageHas() {
        String most = "[" + "1,".repeat(Json.MAX_VALUES - 2) + "1]";
        assertThat(Json.parse(most.getBytes(UTF_8))).isInstanceOf(JsonValue.Array.class);
        String more = "[" + "1,".repeat(Json.MAX_VALUES - 1) + "1]";
        assertThatThrownBy(() -> Json.parse(more.getBytes(UTF_8)))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("too many values");
    }

    @Test
    void neverFailsInAnotherWayOnDamagedDocuments() {
        byte[] good =
                "{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\\\"y\"],\"b\":{\"c\":\"d\"}}"
                        .getBytes(UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Json.parse(damaged);
            } catch (MalformedDocumentException e) {
                assertThat(e).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void saysWhichMemberIsMissingOrOfAnotherType() {
        JsonObject object = Json.parseObject("{\"n\":1.5,\"list\":[{\"x\":1},{}]}".getBytes(UTF_8));
        assertThatThrownBy(() -> object.string("name")).hasMessage("\"name\" is missing");
        assertThatThrownBy(() -> object.string("n")).hasMessage("\"n\" must be a string");
        assertThatThrownBy(() -> object.integer("n")).hasMessage("\"n\" must be a whole number");
        assertThatThrownBy(() -> object.objects("list", item -> item.integer("x")))
                .hasMessage("in list[1]: \"x\" is missing");
    }

    private static JsonValue parse(String text) {
        return Json.parse(text.getBytes(UTF_8));
    }

    private static JsonValue anyValue(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new JsonValue.Text(anyText(random));
            case 1 ->
                    new JsonValue.Decimal(
                            BigDecimal.valueOf(random.nextLong(), random.nextInt(10)));
            case 2 -> new JsonValue.Bool(random.nextBoolean());
            case 3 -> new JsonValue.Null();
            case 4 -> {
                List<JsonValue> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(anyValue(random, depth - 1));
                }
                yield new JsonValue.Array(items);
            }
            default -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(anyText(random), anyValue(random, depth - 1));
                }
                yield new JsonObject(members);
            }
        };
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
            text.appendCodePoint(
                    Character.getType(codePoint) == Character.SURROGATE ? '"' : codePoint);
        }
        return text.toString();
    }
}
