package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.TestOperator;
import org.metalayer.server.testing.VirtualStick;

@QuarkusTest
class StickResourceTest {

    @Inject Sql sql;

    @Test
    void showsWhatTheStickSaidOfItself() {
        VirtualStick stick = VirtualStick.fresh();
        UUID id = stick.id();
        get(id).statusCode(200)
                .body("module_id", equalTo(stick.moduleId().value()))
                .body("module_name", equalTo("Test stick"))
                .body("state", equalTo("pending"))
                .body("online", equalTo(false))
                .body("last_seen_at", nullValue())
                .body("key_id", equalTo(stick.key().publicKey().keyId()))
                .body("hardware_class", equalTo("linux-amd64"))
                .body("usb.vendor_id", equalTo("0951"))
                .body("usb.bcd_device", equalTo("0110"))
                .body("usb.virtual", equalTo(true))
                .body("contributions.reports", equalTo(0))
                .body("installed", empty())
                .body("allowed_verbs", contains("accept", "reject"));
    }

    @Test
    void verbsFollowTheLifeOfAStick() {
        UUID id = VirtualStick.fresh().id();
        verb(id, "retire").statusCode(409).body("type", containsString("illegal-transition"));
        verb(id, "reject").statusCode(200).body("allowed_verbs", contains("accept"));
        verb(id, "accept").statusCode(200).body("allowed_verbs", contains("retire"));
        verb(id, "accept").statusCode(409).body("detail", containsString("is accepted"));
        verb(id, "retire").statusCode(200).body("allowed_verbs", empty());
        get(id).body("state", equalTo("retired"));
    }

    @Test
    void marksTestSticks() {
        UUID id = VirtualStick.fresh().id();
        mark(id, "{\"test_stick\":true}").statusCode(200).body("test_stick", equalTo(true));
        mark(id, "{\"test_stick\":false}").statusCode(200).body("test_stick", equalTo(false));
        mark(id, "{}").statusCode(400);
        mark(new UUID(1, 2), "{\"test_stick\":true}").statusCode(404);
    }

    @Test
    void countsNoFurtherThanTwoThousand() {
        String mark = "many_" + UUID.randomUUID().toString().substring(0, 8);
        UUID like = VirtualStick.named(mark).id();
        List<String> keys =
                Stream.generate(() -> VirtualStick.fresh().key().publicKey().base64())
                        .limit(2_000)
                        .toList();
        sql.update(
                """
                INSERT INTO stick (id, module_id, module_name, public_key, key_id, state,
                    test_stick, hardware_class, agent_version, usb, enrolled_at, changed_at)
                SELECT gen_random_uuid(), module_id || '_' || n, module_name, key, key_id || n,
                    state, test_stick, hardware_class, agent_version, usb, enrolled_at, changed_at
                FROM stick, unnest(?::text[]) WITH ORDINALITY AS more (key, n) WHERE id = ?\
                """,
                keys,
                like);
        try {
            assertThat(page(Map.of("q", mark, "limit", 1)).getInt("total")).isEqualTo(2_000);
        } finally {
            sql.update("DELETE FROM stick WHERE module_id LIKE ?", mark + "%");
        }
    }

    @Test
    void pagesThroughEveryMatchOnce() {
        String mark = "page_" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            VirtualStick.named(mark.substring(0, 20) + i).enrol().then().statusCode(200);
        }
        List<String> seen = new ArrayList<>();
        JsonPath page = page(Map.of("q", mark.substring(0, 20), "limit", 2));
        while (page.getString("next") != null) {
            seen.addAll(page.getList("items.module_id"));
            assertThat(page.getInt("total")).isEqualTo(5);
            page =
                    page(
                            Map.of(
                                    "q",
                                    mark.substring(0, 20),
                                    "limit",
                                    2,
                                    "after",
                                    page.getString("next")));
        }
        seen.addAll(page.getList("items.module_id"));
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void filtersByStateAndText() {
        VirtualStick stick = VirtualStick.accepted();
        String id = stick.moduleId().value();
        list(Map.of("q", id.toUpperCase(Locale.ROOT), "state", "accepted"))
                .body("items", hasSize(1));
        list(Map.of("q", id, "state", "pending")).body("items", empty());
        list(Map.of("q", "%")).body("items", empty()).body("total", equalTo(0));
        list(Map.of("q", "\\")).statusCode(200).body("items", empty());
    }

    @Test
    void saysWhichStatesThereAre() {
        list(Map.of("state", "ACCEPTED"))
                .statusCode(400)
                .body("detail", containsString("pending, accepted"));
        list(Map.of("limit", 0)).statusCode(400);
        list(Map.of("after", "nonsense")).statusCode(400);
    }

    @Test
    void showsAnEnrolmentCodeOnlyOnce() {
        JsonPath created =
                TestOperator.request()
                        .body("{\"note\":\"image of May\",\"uses\":3,\"expires_in_hours\":1}")
                        .post("/api/v1/enrolment-codes")
                        .then()
                        .statusCode(201)
                        .body("created_by", equalTo("admin"))
                        .extract()
                        .jsonPath();
        assertThat(created.getString("code")).startsWith("mlc_");
        String listed = TestOperator.request().get("/api/v1/enrolment-codes").asString();
        assertThat(listed)
                .contains(created.getString("id"))
                .doesNotContain(created.getString("code"));
    }

    private static JsonPath page(Map<String, Object> query) {
        return list(query).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse list(Map<String, Object> query) {
        return TestOperator.request().queryParams(query).get("/api/v1/sticks").then();
    }

    private static ValidatableResponse get(UUID id) {
        return TestOperator.request().get("/api/v1/sticks/{id}", id).then();
    }

    private static ValidatableResponse verb(UUID id, String verb) {
        return TestOperator.request().post("/api/v1/sticks/{id}/{verb}", id, verb).then();
    }

    private static ValidatableResponse mark(UUID id, String body) {
        return TestOperator.request().body(body).put("/api/v1/sticks/{id}/test-stick", id).then();
    }
}
