package org.metalayer.protocol.tuf.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

class CanonicalJsonPropertyTest {
    @Property
    void noTwoValuesShareOneForm(@ForAll("any") JsonValue value) {
        assertThat(CanonicalText.decode(CanonicalJson.encode(value))).isEqualTo(value);
    }

    @Property
    void neitherLayoutNorEscapesOfTheReceivedTextMatter(@ForAll("any") JsonValue value) {
        byte[] canonical = CanonicalJson.encode(value);
        assertThat(CanonicalJson.encode(Json.parse(Json.write(value)))).isEqualTo(canonical);
        assertThat(CanonicalJson.encode(Json.parse(Json.pretty(value).getBytes(UTF_8))))
                .isEqualTo(canonical);
        assertThat(CanonicalJson.encode(Json.parse(escapedThroughout(value)))).isEqualTo(canonical);
    }

    @Property
    void theOrderOfMembersDoesNotMatter(@ForAll("objects") JsonObject object, @ForAll long seed) {
        List<String> names = new ArrayList<>(object.members().keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, JsonValue> shuffled = new LinkedHashMap<>();
        names.forEach(
                name -> shuffled.put(name, Objects.requireNonNull(object.members().get(name))));
        assertThat(CanonicalJson.encode(new JsonObject(shuffled)))
                .isEqualTo(CanonicalJson.encode(object));
    }

    @Property
    void membersAreInTheOrderOfCodePoints(@ForAll("objects") JsonObject object) {
        JsonObject decoded = (JsonObject) CanonicalText.decode(CanonicalJson.encode(object));
        assertThat(decoded.members().keySet().stream().map(n -> n.codePoints().toArray()).toList())
                .isSortedAccordingTo(Arrays::compare);
    }

    @Property
    void aFractionIsRefusedWhereverItStands(
            @ForAll("objects") JsonObject object,
            @ForAll @IntRange(min = -30, max = 30) int scale) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        BigDecimal number = BigDecimal.valueOf(7, scale == 0 ? 1 : scale);
        members.put("n", new JsonValue.Array(List.of(new JsonValue.Decimal(number))));
        assertThatThrownBy(() -> CanonicalJson.encode(new JsonObject(members)))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Provide
    Arbitrary<JsonValue> any() {
        return JsonValues.any();
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return JsonValues.objects();
    }

    /** The same JSON with every character inside of strings written as an escape. */
    private static byte[] escapedThroughout(JsonValue value) {
        StringBuilder text = new StringBuilder();
        boolean inString = false;
        String compact = new String(Json.write(value), UTF_8);
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            if (c == '\\') {
                int end = compact.charAt(i + 1) == 'u' ? i + 6 : i + 2;
                text.append(compact, i, end);
                i = end - 1;
            } else if (inString && c != '"') {
                text.append("\\u%04X".formatted((int) c));
            } else {
                inString ^= c == '"';
                text.append(c);
            }
        }
        return text.toString().getBytes(UTF_8);
    }
}
