package org.metalayer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "a/b/c.js",
                "Übung/ß.mp3",
                "日本語/音楽.ogg",
                "👩‍🚀.png",
                ".htaccess",
                "..a",
                "a..b",
                "...a/b",
                "~",
                "CONSOLE.txt",
                "com.txt",
                "COM.1",
                "lpt/x",
                "aux-cable.txt",
                "a b.txt",
                " leading",
                "-rf",
                "$HOME",
                "%2e%2e",
                "#",
                "'"
            })
    void acceptsOrdinaryNames(String path) {
        assertThat(RelativePath.objectionTo(path)).isEmpty();
        assertThat(new RelativePath(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "``=EMPTY",
                "/etc/passwd=ABSOLUTE",
                "//server/share=ABSOLUTE",
                "/=ABSOLUTE",
                "..=DOT_SEGMENT",
                "../x=DOT_SEGMENT",
                "a/../../x=DOT_SEGMENT",
                "a/..=DOT_SEGMENT",
                ".=DOT_SEGMENT",
                "./a=DOT_SEGMENT",
                "a/./b=DOT_SEGMENT",
                "a//b=EMPTY_SEGMENT",
                "a/=EMPTY_SEGMENT",
                "a\\b=BACKSLASH",
                "..\\x=BACKSLASH",
                "C:/x=FORBIDDEN_CHARACTER",
                "file.txt::$DATA=FORBIDDEN_CHARACTER",
                "what?.mp3=FORBIDDEN_CHARACTER",
                "a*=FORBIDDEN_CHARACTER",
                "a|b=FORBIDDEN_CHARACTER",
                "<a>=FORBIDDEN_CHARACTER",
                "say \"hi\"=FORBIDDEN_CHARACTER",
                "a./b=TRAILING_DOT_OR_SPACE",
                "`a /b`=TRAILING_DOT_OR_SPACE",
                "`a `=TRAILING_DOT_OR_SPACE",
                "` `=TRAILING_DOT_OR_SPACE",
                "...=TRAILING_DOT_OR_SPACE",
                "CON=DEVICE_NAME",
                "nul=DEVICE_NAME",
                "a/Aux.txt=DEVICE_NAME",
                "com1=DEVICE_NAME",
                "LPT9.tar.gz=DEVICE_NAME",
                "com¹.txt=DEVICE_NAME",
                "prn/x=DEVICE_NAME",
                "con .txt=DEVICE_NAME",
                "CONIN$=DEVICE_NAME"
            })
    void refusesHostileNamesAndSaysWhichRuleTheyBreak(String path, PathObjection objection) {
        assertThat(RelativePath.objectionTo(path)).contains(objection);
        assertThatThrownBy(() -> new RelativePath(path))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage(objection.explain(path));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, '\t', '\n', '\r', 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0x202e, 0x2066,
                0x200f
            })
    void refusesCharactersThatMoveTheCursorOrTurnTheText(int character) {
        String path = "a" + Character.toString(character) + "b";

        assertThat(RelativePath.objectionTo(path)).contains(PathObjection.CONTROL_CHARACTER);
        assertThat(PathObjection.CONTROL_CHARACTER.explain(path))
                .doesNotContain(Character.toString(character));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\ud800",
                "\udc00a",
                "a\udc00\ud800b",
                "a\ufffe",
                "a\uffff",
                "a\ufdd0",
                "damaged\ufffd.mp3"
            })
    void refusesWhatIsNoText(String path) {
        assertThat(RelativePath.objectionTo(path)).contains(PathObjection.NOT_UNICODE);
    }

    @Test
    void refusesDecomposedLettersBecauseTheyLookLikeComposedOnes() {
        assertThat(RelativePath.objectionTo("e\u0301.mp3")).contains(PathObjection.NOT_NORMALIZED);
        assertThat(RelativePath.objectionTo("\u00e9.mp3")).isEmpty();
    }

    @Test
    void measuresLengthInCharactersAndSegmentsInBytes() {
        assertThat(RelativePath.objectionTo("a".repeat(240))).isEmpty();
        assertThat(RelativePath.objectionTo("a".repeat(241))).contains(PathObjection.TOO_LONG);
        assertThat(RelativePath.objectionTo("語".repeat(85))).isEmpty();
        assertThat(RelativePath.objectionTo("語".repeat(86)))
                .contains(PathObjection.SEGMENT_TOO_LONG);
    }

    @Test
    void measuresDepthWithTheFileIncluded() {
        assertThat(RelativePath.objectionTo("d/".repeat(31) + "f")).isEmpty();
        assertThat(RelativePath.objectionTo("d/".repeat(32) + "f"))
                .contains(PathObjection.TOO_DEEP);
    }

    @Test
    void namesThatDifferOnlyInCaseCollide() {
        assertThat(key("ReadMe.TXT")).isEqualTo(key("readme.txt"));
        assertThat(key("ÉTÉ")).isEqualTo(key("été"));
        assertThat(key("ΟΔΟΣ")).isEqualTo(key("οδος")).isEqualTo(key("οδοσ"));
        assertThat(key("a/b")).isNotEqualTo(key("a/c"));
        assertThat(key("straße")).isNotEqualTo(key("strasse"));
    }

    @Test
    void knowsWhoseDirectoryItWouldHaveToBe() {
        assertThat(new RelativePath("a").isDirectoryOf(new RelativePath("a/b"))).isTrue();
        assertThat(new RelativePath("a").isDirectoryOf(new RelativePath("ab"))).isFalse();
        assertThat(new RelativePath("a").isDirectoryOf(new RelativePath("a"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a~", "d/.a.swp", ".#lock", "x.tmp", ".git/config", "d/.cache/x", ".a/b/c"})
    void passesOverEditorsLeftoversAndDotDirectories(String path) {
        assertThat(new RelativePath(path).isPassedOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "d/.hidden", ".htaccess", "a.swp", "tmp", "a.tmp/b", "~a", "a~/b"})
    void keepsOrdinaryFilesAndDotFiles(String path) {
        assertThat(new RelativePath(path).isPassedOver()).isFalse();
    }

    @Test
    void sortsAndSplits() {
        List<RelativePath> paths =
                new ArrayList<>(List.of(new RelativePath("b"), new RelativePath("a/c")));
        paths.sort(null);

        assertThat(paths).extracting(RelativePath::value).containsExactly("a/c", "b");
        assertThat(paths.getFirst().segments()).containsExactly("a", "c");
    }

    private static String key(String path) {
        return new RelativePath(path).folded();
    }
}
