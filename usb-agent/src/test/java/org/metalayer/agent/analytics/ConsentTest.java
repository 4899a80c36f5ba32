package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.analytics.Field;
import org.metalayer.protocol.analytics.FieldRegistry;
import org.metalayer.protocol.analytics.FieldType;
import org.metalayer.protocol.analytics.Purpose;
import org.metalayer.protocol.analytics.Sensitivity;
import org.metalayer.protocol.json.Json;

/** What may be sent, and what never before it was asked about. */
class ConsentTest {

    private static final Field MINUTES = field("session_duration_minutes");
    private static final Field ERRORS = field("errors_encountered");
    private static final Field FEELING = field("consciousness_level_start");
    private static final Field NEW =
            new Field(
                    "volume",
                    "How loud it was.",
                    2,
                    Purpose.USAGE,
                    Sensitivity.ORDINARY,
                    new FieldType.Whole(0, 100),
                    Duration.ofDays(30));
    private static final FieldRegistry NEXT = new FieldRegistry(2, List.of(MINUTES, NEW));

    private static final Consent USAGE =
            Consent.NONE.in(Mode.ON).havingSeen(1).with(Purpose.USAGE, true);

    @Test
    void whoWasNotAskedAllowsNothing() {
        assertThat(Consent.NONE.mode()).isEqualTo(Mode.OFF);
        assertThat(FieldRegistry.CURRENT.fields()).noneMatch(Consent.NONE::maySend);
        assertThat(FieldRegistry.CURRENT.fields())
                .noneMatch(Consent.NONE.in(Mode.ON).havingSeen(1)::maySend);
    }

    @Test
    void ordinaryFieldsGoByTheirPurpose() {
        assertThat(USAGE.maySend(MINUTES)).isTrue();
        assertThat(USAGE.maySend(ERRORS)).isFalse();
        assertThat(USAGE.with(Purpose.USAGE, false).maySend(MINUTES)).isFalse();
    }

    @Test
    void sensitiveFieldsGoOnlyWhenTheyAreSwitchedOnThemselves() {
        Consent wellbeing = USAGE.with(Purpose.WELLBEING, true);
        assertThat(wellbeing.maySend(FEELING)).isFalse();
        assertThat(wellbeing.with(FEELING, true).maySend(FEELING)).isTrue();
        assertThat(USAGE.with(FEELING, true).maySend(FEELING)).isTrue();
        assertThat(USAGE.with(FEELING, true).maySend(field("consciousness_level_end"))).isFalse();
    }

    @Test
    void theSwitchOfAFieldCountsMoreThanItsPurpose() {
        assertThat(USAGE.with(MINUTES, false).maySend(MINUTES)).isFalse();
        assertThat(USAGE.with(MINUTES, false).without(MINUTES).maySend(MINUTES)).isTrue();
        assertThat(USAGE.with(ERRORS, true).maySend(ERRORS)).isTrue();
    }

    @Test
    void nothingGoesUnlessItIsOn() {
        assertThat(USAGE.in(Mode.LOCAL).with(FEELING, true).maySend(FEELING)).isFalse();
        assertThat(USAGE.in(Mode.LOCAL).maySend(MINUTES)).isFalse();
        assertThat(USAGE.in(Mode.OFF).maySend(MINUTES)).isFalse();
    }

    @Test
    void aNewFieldIsNotSentBeforeTheOwnerHasSeenIt() {
        assertThat(USAGE.maySend(NEW)).isFalse();
        assertThat(USAGE.with(NEW, true).maySend(NEW)).isFalse();
        assertThat(USAGE.maySend(MINUTES)).as("what was seen goes on").isTrue();
        assertThat(USAGE.asksAgain(NEXT)).contains(new RegistryChange(1, 2, List.of(NEW)));
        assertThat(Json.pretty(USAGE.asksAgain(NEXT).orElseThrow().write()))
                .contains("\"seen\": 1", "\"version\": 2", "How loud it was.")
                .doesNotContain("session_duration_minutes");

        Consent asked = USAGE.havingSeen(2);
        assertThat(asked.asksAgain(NEXT)).isEmpty();
        assertThat(asked.maySend(NEW)).isTrue();
    }

    @Test
    void whereNothingIsSentNothingIsAsked() {
        assertThat(USAGE.in(Mode.LOCAL).asksAgain(NEXT)).isEmpty();
        assertThat(Consent.NONE.asksAgain(NEXT)).isEmpty();
        assertThat(USAGE.havingSeen(3).asksAgain(NEXT)).isEmpty();
    }

    @Test
    void itIsReadAsItWasWrittenAndWrittenAlike() {
        Consent consent =
                USAGE.with(Purpose.RELIABILITY, true).with(FEELING, true).with(ERRORS, false);
        Consent turned =
                Consent.NONE
                        .with(ERRORS, false)
                        .with(Purpose.RELIABILITY, true)
                        .with(FEELING, true)
                        .with(Purpose.USAGE, true)
                        .havingSeen(1)
                        .in(Mode.ON);
        assertThat(Consent.read(consent.write())).isEqualTo(consent);
        assertThat(turned.bytes()).isEqualTo(consent.bytes());
        assertThat(new String(consent.bytes(), UTF_8))
                .isEqualTo(
                        """
                        {"mode":"on","registry_version":1,"purposes":["usage","reliability"],\
                        "fields":{"consciousness_level_start":true,"errors_encountered":false}}\
                        """);
    }

    @Test
    void aPurposeThatOnlyALaterProgramKnowsIsAskedAboutAgain() {
        assertThat(read("{'mode':'on','registry_version':1,'purposes':['usage','x'],'fields':{}}"))
                .isEqualTo(USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'mode':'ON','registry_version':1,'purposes':[],'fields':{}}",
                "{'mode':'on','registry_version':-1,'purposes':[],'fields':{}}",
                "{'mode':'on','registry_version':9000000000000000,'purposes':[],'fields':{}}",
                "{'mode':'on','registry_version':1,'purposes':[1],'fields':{}}",
                "{'mode':'on','registry_version':1,'purposes':[],'fields':{'errors':1}}",
                "{'mode':'on','registry_version':1,'purposes':[]}"
            })
    void whatIsNoConsentIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedDocumentException.class);
    }

    private static Consent read(String json) {
        return Consent.read(Json.parseObject(json.replace('\'', '"').getBytes(UTF_8)));
    }

    private static Field field(String name) {
        return FieldRegistry.CURRENT.field(name).orElseThrow();
    }
}
