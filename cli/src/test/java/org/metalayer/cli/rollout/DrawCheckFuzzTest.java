package org.metalayer.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** What a Main System that has something to hide says of a draw: its three answers in one. */
class DrawCheckFuzzTest {

    /** One answer of each kind; the items of all pages. */
    private record Said(
            PublishedRollout rollout, List<JsonObject> deployments, List<JsonObject> entries) {

        /** Empty while the seed is secret. */
        static Optional<Said> parse(byte[] input) {
            JsonObject said = Json.parseObject(input);
            List<JsonObject> deployments = said.objects("deployments", item -> item);
            List<JsonObject> entries = said.objects("entries", item -> item);
            return PublishedRollout.read(said.object("rollout"))
                    .map(rollout -> new Said(rollout, deployments, entries));
        }

        DrawCheck check() {
            DrawCheck check = new DrawCheck(rollout);
            check.commitment("by the rollout", rollout.commitment());
            deployments.forEach(check::stick);
            entries.forEach(check::entry);
            return check;
        }
    }

    @FuzzTest
    void anythingIsRefusedOrHoldsWhereEveryStickStandsAsItsDrawSays(byte[] input) {
        try {
            Said.parse(input).ifPresent(DrawCheckFuzzTest::isJudged);
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
        }
    }

    private static void isJudged(Said said) {
        DrawCheck check = said.check();
        assertThat(check.rings()).hasSameSizeAs(said.rollout().rings().rings());
        assertThat(check.json().bool("holds")).isEqualTo(check.differences().isEmpty());
        if (!check.holds()) {
            return;
        }
        byte[] seed = HexFormat.of().parseHex(said.rollout().seed());
        assertThat(said.rollout().commitment()).isEqualTo(Sha256.of(seed));
        for (JsonObject deployment : said.deployments()) {
            Draw draw = Draw.of(seed, deployment.uuid("stick_id"));
            assertThat(deployment.string("draw")).isEqualTo(draw.hex());
            DrawCheck again = new DrawCheck(said.rollout());
            again.stick(withAnotherDraw(deployment));
            assertThat(again.holds()).isFalse();
        }
    }

    private static JsonObject withAnotherDraw(JsonObject deployment) {
        String draw = deployment.string("draw");
        Map<String, JsonValue> members = new HashMap<>(deployment.members());
        members.put(
                "draw", new JsonValue.Text((draw.startsWith("0") ? "1" : "0") + draw.substring(1)));
        return new JsonObject(members);
    }
}
