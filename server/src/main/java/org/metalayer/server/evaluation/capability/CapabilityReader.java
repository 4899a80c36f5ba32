package org.metalayer.server.evaluation.capability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metalayer.server.evaluation.content.Part;

/** Reads what files can do. What is too large to be read it names: a person then has to. */
public final class CapabilityReader {

    private static final int MAX_FILE = 2 << 20;
    private static final int MAX_TOTAL = 16 << 20;

    /** Read by people and programs, run by nothing. */
    private static final Set<String> DATA =
            Set.of("txt", "md", "csv", "json", "webmanifest", "map");

    private static final Set<String> MARKUP = Set.of("html", "htm", "xhtml", "xht", "svg", "xml");

    private final Map<Ability, Integer> counts = new EnumMap<>(Ability.class);
    private final List<String> unread = new ArrayList<>();
    private int total;

    public void read(Part part) throws IOException {
        switch (part.kind()) {
            case TEXT -> readText(part);
            case SCRIPT -> {
                add(Ability.PROGRAM, 1);
                text(part).ifPresent(text -> apply(CodeRules.SHELL, text));
            }
            case PROGRAM -> {
                add(Ability.PROGRAM, 1);
                Imports.of(part.first(MAX_FILE)).forEach(ability -> add(ability, 1));
            }
            case WASM -> add(Ability.BINARY_CODE, 1);
            default -> {}
        }
    }

    public Capabilities capabilities() {
        return new Capabilities(counts);
    }

    /** Names of parts that are too large, in the order in which they came. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    private void readText(Part part) throws IOException {
        Optional<String> read = text(part);
        if (read.isEmpty()) {
            return;
        }
        String text = read.get();
        add(Ability.PROGRAM, PackedText.count(text));
        String extension = part.extension();
        if (DATA.contains(extension)) {
            return;
        }
        if (extension.equals("css")) {
            apply(CodeRules.STYLE, text);
            return;
        }
        if (MARKUP.contains(extension)) {
            apply(CodeRules.STYLE, text);
        }
        apply(CodeRules.SCRIPT, withoutNamespaces(text));
        apply(CodeRules.MARKUP, withoutNamespaces(text));
        add(Ability.NETWORK, CodeRules.ANY_FETCH.countBut(CodeRules.OWN_FETCH, text));
    }

    /**
     * A namespace looks like an address and is none, where a page declares it and where a script
     * hands it to the one parameter that nothing is ever loaded from.
     */
    private static String withoutNamespaces(String text) {
        return text.replaceAll(
                        "\\b((?:createElement|createAttribute|[gs]etAttribute)NS)\\s{0,4}\\(\\s{0,40}([\"'`])http://www\\.w3\\.org/[\\w/]{1,40}\\2\\s{0,4},",
                        "$1(\"\",")
                .replaceAll(
                        "(?i)xmlns(:[a-z]{1,20})?\\s{0,4}=\\s{0,4}[\"'`]http://www\\.w3\\.org/[\\w/]{1,40}[\"']",
                        "")
                .replaceAll("(?i)<!doctype[^>\\[]{0,300}>", "");
    }

    private Optional<String> text(Part part) throws IOException {
        total += (int) Math.min(part.size(), MAX_FILE);
        if (part.size() > MAX_FILE || total > MAX_TOTAL) {
            unread.add(part.name());
            return Optional.empty();
        }
        return Optional.of(new String(part.first(MAX_FILE), StandardCharsets.UTF_8));
    }

    private void apply(List<CodeRule> rules, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        rules.forEach(rule -> add(rule.ability(), rule.count(text, lower)));
    }

    private void add(Ability ability, int count) {
        if (count > 0) {
            counts.merge(ability, count, Integer::sum);
        }
    }
}
