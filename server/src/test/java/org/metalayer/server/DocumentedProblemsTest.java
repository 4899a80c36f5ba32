package org.metalayer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes a client reads two pages: no answer may be missing there. */
class DocumentedProblemsTest {

    private static final Pattern PROBLEM = Pattern.compile("new ProblemType\\(\\s*\"([a-z-]+)\"");
    private static final List<Path> PAGES =
            List.of(Path.of("../docs/protocol.md"), Path.of("../docs/api.md"));

    @Test
    void everyProblemStandsInTheDocumentation() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path page : PAGES) {
            pages.append(Files.readString(page));
        }
        Set<String> missing = new TreeSet<>(problems());
        assertThat(missing).hasSizeGreaterThan(30);
        missing.removeIf(slug -> pages.indexOf("`" + slug + "`") >= 0);
        assertThat(missing).isEmpty();
    }

    private static Set<String> problems() throws IOException {
        Set<String> slugs = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                PROBLEM.matcher(Files.readString(source))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(slugs::add);
            }
        }
        return slugs;
    }
}
