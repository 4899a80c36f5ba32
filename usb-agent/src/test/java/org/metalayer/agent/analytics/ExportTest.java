package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.analytics.RecordingStick.ALL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.ledger.EntryKind;
import org.metalayer.protocol.ledger.LedgerEntry;

/** What the owner takes out is all there is, unchanged, and harmless to open. */
class ExportTest {

    @TempDir private Path directory;
    private RecordingStick stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new RecordingStick(directory);
    }

    @Test
    void anEmptyLedgerIsAnEmptyList() throws Exception {
        assertThat(json()).isEqualTo("[]\n");
        assertThat(csv()).isEqualTo("number,hash,kind,at,state,field,value\r\n");
    }

    @Test
    void theJsonHoldsEveryEntryAndCanBeChecked() throws Exception {
        stick.allow(ALL);
        stick.minutes(45);
        stick.record("{'consciousness_level_start':85}");
        stick.minutes(46);
        new Erasure(stick.ledger()).one(4);
        stick.ledger().append(new EntryKind("song"), "la \"la".getBytes(UTF_8));

        String text = json();
        List<JsonValue> entries = ((JsonValue.Array) Json.parse(text.getBytes(UTF_8))).items();
        assertThat(entries).hasSize(6);
        List<StoredEntry> held = stick.entriesFrom(1);
        for (int n = 0; n < 6; n++) {
            JsonObject entry = (JsonObject) entries.get(n);
            LedgerEntry again =
                    new LedgerEntry(
                            entry.integer("number"),
                            new Sha256(entry.string("previous")),
                            entry.instant("at"),
                            new EntryKind(entry.string("kind")),
                            new Sha256(entry.string("content_hash")));
            assertThat(again).isEqualTo(held.get(n).entry());
            assertThat(entry.string("hash")).isEqualTo(again.hash().hex());
        }
        assertThat(text).contains("\"content\":" + RecordingStick.text(held.get(2)) + "}");
        assertThat(((JsonObject) entries.get(3)).bool("deleted")).isTrue();
        assertThat(((JsonObject) entries.get(3)).members()).doesNotContainKey("content");
        assertThat(((JsonObject) entries.get(5)).string("content")).isEqualTo("la \"la");
    }

    @Test
    void theCsvHasOneLineForEachFieldOfEachRecord() throws Exception {
        stick.allow(ALL);
        stick.record("{'features_used':['Trinity AI','a,b'],'component':'player'}");
        stick.minutes(1);
        new Erasure(stick.ledger()).one(3);
        stick.ledger().append(EntryKind.LOCAL, "{\"mood\":\"ü\"}".getBytes(UTF_8));
        stick.ledger().append(EntryKind.RECORD, "no json".getBytes(UTF_8));

        String hash = stick.entriesFrom(2).getFirst().entry().hash().hex();
        String at = "2026-12-01T12:00:00Z";
        List<String> lines = List.of(csv().split("\r\n", -1));
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1))
                .isEqualTo(
                        "2,%s,record,%s,kept,features_used,\"[\"\"Trinity AI\"\",\"\"a,b\"\"]\""
                                .formatted(hash, at));
        assertThat(lines.get(2))
                .isEqualTo("2,%s,record,%s,kept,component,player".formatted(hash, at));
        assertThat(lines.get(3)).startsWith("3,").endsWith(",record,%s,deleted,,".formatted(at));
        assertThat(lines.get(4))
                .endsWith("local,%s,unknown,,\"{\"\"mood\"\":\"\"ü\"\"}\"".formatted(at));
        assertThat(lines.get(5)).endsWith(",unknown,,no json");
        assertThat(lines.get(6)).isEmpty();
    }

    @Test
    void aFormulaInARecordIsAText() throws Exception {
        String content = "{\"analytics\":{\"=cmd|' /C calc'!A0\":\"=1+1\",\"@x\":\"+2\"}}";
        stick.ledger().append(EntryKind.RECORD, content.getBytes(UTF_8));
        assertThat(csv()).contains(",'=cmd|' /C calc'!A0,'=1+1\r\n", ",'@x,'+2\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1|'=1",
                "+1|'+1",
                "-1|'-1",
                "@a|'@a",
                "\t=1|'\t=1",
                "＝1|'＝1",
                "＋1|'＋1",
                "－1|'－1",
                "＠1|'＠1",
                "=a,\"b\"|\"'=a,\"\"b\"\"\"",
                "a=1|a=1",
                "a,b|\"a,b\"",
                "``|``"
            })
    void cellsAreQuotedAndDefused(String text, String cell) {
        assertThat(CsvCell.text(text)).isEqualTo(cell);
    }

    @Test
    void endsOfLinesAreQuoted() {
        assertThat(CsvCell.text("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(CsvCell.text("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(CsvCell.text("\n=1")).isEqualTo("\"'\n=1\"");
    }

    private String json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(stick.ledger()).json(out);
        return out.toString(UTF_8);
    }

    private String csv() throws IOException {
        StringWriter out = new StringWriter();
        new Export(stick.ledger()).csv(out);
        return out.toString();
    }
}
