package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model says is shown by a test is shown by one that exists. */
class ThreatModelTest {

    private static final Pattern NAMED =
            Pattern.compile("`(\\w+(?:Test|IT|Properties))(?:\\.(\\w+)(…?))?`");

    /** By TUF and Uptane. */
    private static final List<String> NAMED_ATTACKS =
            List.of(
                    "arbitrary install",
                    "endless data",
                    "extraneous dependencies",
                    "fast-forward",
                    "indefinite freeze",
                    "key compromise",
                    "malicious mirror",
                    "mix-and-match",
                    "rollback",
                    "slow retrieval",
                    "wrong software",
                    "partial bundle",
                    "mixed bundles",
                    "drop-request",
                    "eavesdrop");

    private static final List<String> OTHERS =
            List.of(
                    "threshold 0",
                    "one key under two ids",
                    "role names such as `../x`",
                    "duplicate JSON keys",
                    "deep nesting",
                    "lengths at 2³¹ and 2³²",
                    "deleted or torn keys and metadata");

    @Test
    void everyTestThatItNamesExists() throws IOException {
        Map<String, String> tests = tests();
        List<MatchResult> named = NAMED.matcher(text()).results().toList();
        assertThat(named).hasSizeGreaterThan(50);
        for (MatchResult name : named) {
            assertThat(tests).containsKey(name.group(1));
            if (name.group(2) != null) {
                String after = name.group(3).isEmpty() ? "\\(" : "\\w*\\(";
                assertThat(tests.get(name.group(1)))
                        .as(name.group())
                        .containsPattern("(?m)^ +void " + name.group(2) + after);
            }
        }
    }

    @Test
    void everyAttackHasARowWithATestOfItsName() throws IOException {
        Map<String, String> rows =
                text().lines()
                        .filter(line -> line.startsWith("| "))
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(2, line.indexOf(" |")),
                                        line -> line));
        for (String attack : NAMED_ATTACKS) {
            assertThat(rows).containsKey(attack);
            assertThat(rows.get(attack)).containsPattern("(?i)`\\w+Test\\." + inOneWord(attack));
        }
        for (String attack : OTHERS) {
            assertThat(rows).containsKey(attack);
            assertThat(rows.get(attack)).containsPattern(NAMED);
        }
    }

    private static String inOneWord(String attack) {
        return attack.replaceAll("[ -]", "");
    }

    private static String text() throws IOException {
        return Files.readString(Bash.HOME.resolve("docs/threat-model.md"));
    }

    /** Their sources by name; of two with one name, both. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Bash.HOME)) {
            for (Path module : modules) {
                Path folder = module.resolve("src/test/java");
                for (Path file : Files.isDirectory(folder) ? below(folder) : List.<Path>of()) {
                    String name = String.valueOf(file.getFileName()).replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
