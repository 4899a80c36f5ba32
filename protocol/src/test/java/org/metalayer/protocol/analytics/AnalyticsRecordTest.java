package org.metalayer.protocol.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

/** What a record may hold, and that nothing else gets through. */
class AnalyticsRecordTest {

    /** As the product was described from the beginning. */
    private static final String FIRST =
            """
            {"module_id":"usb_001","timestamp":"2025-10-12T13:00:00Z",
             "analytics":{"session_duration_minutes":45,"features_used":["Trinity AI","Pattern Filter","Music Player"],
                          "consciousness_level_start":85,"consciousness_level_end":92,"errors_encountered":0},
             "user_can_see_this":true,"data_retention_days":30,"can_delete_anytime":true}
            """;

    private static final String EVERYTHING =
            """
            {"module_id":"usb_001","timestamp":"2025-10-12T13:00:00Z",
             "analytics":{"component":"music-player","release":7,"timings":{"start":412,"next track":0},
                          "interactions":{"play":3},"errors":{"no codec":1}},
             "user_can_see_this":true,"data_retention_days":30,"can_delete_anytime":true}
            """;

    @Test
    void theFirstOneEverIsOne() {
        AnalyticsRecord record = read(FIRST);
        assertThat(record.analytics()).hasSize(5);
        assertThat(record.retention()).hasDays(30);
        assertThat(read(new String(record.bytes(), UTF_8))).isEqualTo(record);
        assertThat(new String(record.bytes(), UTF_8)).doesNotContain("\n");
    }

    @Test
    void everyFieldCanBeRecorded() {
        assertThat(read(EVERYTHING).analytics().size() + read(FIRST).analytics().size())
                .isEqualTo(FieldRegistry.CURRENT.fields().size());
    }

    @Test
    void whatIsRecordedTwiceIsWrittenAlike() {
        String turned =
                EVERYTHING
                        .replace("\"component\":\"music-player\",\"release\":7,", "")
                        .replace(
                                "\"errors\":{",
                                "\"release\":7,\"component\":\"music-player\",\"errors\":{");
        assertThat(turned).isNotEqualTo(EVERYTHING);
        assertThat(read(turned).bytes()).isEqualTo(read(EVERYTHING).bytes());
    }

    @Test
    void someOfItsFieldsAreARecordToo() {
        AnalyticsRecord ordinary =
                read(FIRST)
                        .with(field -> field.sensitivity() == Sensitivity.ORDINARY)
                        .orElseThrow();
        assertThat(ordinary.analytics())
                .containsOnlyKeys(
                        "session_duration_minutes", "features_used", "errors_encountered");
        assertThat(read(FIRST).with(field -> field.purpose() == Purpose.PERFORMANCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"errors_encountered\":0 | \"heart_rate\":70 | \"heart_rate\" is no field of the"
                        + " registry, version 1",
                "\"errors_encountered\":0 | \"errors_encountered\":-1 | must be a whole number from"
                        + " 0 to 1000000",
                "\"errors_encountered\":0 | \"errors_encountered\":0.5 | must be a whole number"
                        + " from 0",
                "\"errors_encountered\":0 | \"errors_encountered\":\"0\" | must be a whole number"
                        + " from 0",
                "\"errors_encountered\":0 | \"errors\":{\"x\":\"y\"} | \"errors.x\" must be a whole"
                        + " number",
                "\"errors_encountered\":0 | \"errors\":[] | for each of at most 64 names",
                "\"errors_encountered\":0 | \"component\":\"../x\" | must be a text of the form",
                "[\"Trinity AI\" | [7 | must be a list of at most 64 names",
                "[\"Trinity AI\" | [\"\" | a name in features_used must have 1 to 64 characters",
                "\"user_can_see_this\":true | \"user_can_see_this\":false | must be true: that"
                        + " holds for every record",
                "\"can_delete_anytime\":true | \"can_delete_anytime\":false | must be true: that"
                        + " holds for every record",
                "\"data_retention_days\":30 | \"data_retention_days\":0 | must be 1 to 30 for what"
                        + " is recorded",
                "\"data_retention_days\":30 | \"data_retention_days\":31 | must be 1 to 30 for what"
                        + " is recorded",
                "\"data_retention_days\":30 | \"data_retention_days\":9223372036854775807 | must be"
                        + " 1 to 30",
                "\"can_delete_anytime\":true |"
                    + " \"can_delete_anytime\":true,\"serial\":\"MLSTICK0001\" | \"serial\" is no"
                    + " member of a record",
                "\"module_id\":\"usb_001\" | \"module_id\":\"USB 1\" | module_id must match",
                "2025-10-12T13:00:00Z | yesterday | must be an RFC 3339 UTC time"
            })
    void whatIsNoRecordIsRefused(String part, String instead, String why) {
        assertThat(FIRST).contains(part);
        assertThatThrownBy(() -> read(FIRST.replace(part, instead)))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void moreNamesThanThereMayBeAreRefused() {
        String many = "\"n\",".repeat(64);
        assertThatThrownBy(
                        () -> read(FIRST.replace("[\"Trinity AI\"", "[" + many + "\"Trinity AI\"")))
                .hasMessageContaining("at most 64 names");
    }

    @Test
    void nothingIsNoRecord() {
        assertThatThrownBy(() ->
                        read(FIRST.replaceAll("(?s)\"analytics\":\\{.*?\\}", "\"analytics\":{}")))
                .hasMessage("\"analytics\" holds nothing");
    }

    @Test
    void theRegistryCanBeReadByItsOwner() {
        assertThat(Json.pretty(FieldRegistry.CURRENT.write()))
                .contains("\"name\": \"session_duration_minutes\"", "\"retention_days\": 30")
                .contains("How long the stick was used at a stretch.");
        assertThat(FieldRegistry.CURRENT.since(0)).isEqualTo(FieldRegistry.CURRENT.fields());
        assertThat(FieldRegistry.CURRENT.since(FieldRegistry.CURRENT.version())).isEmpty();
    }

    private static AnalyticsRecord read(String json) {
        return AnalyticsRecord.read(Json.parseObject(json.getBytes(UTF_8)));
    }
}
