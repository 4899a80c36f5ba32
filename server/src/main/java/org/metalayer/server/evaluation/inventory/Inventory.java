package org.metalayer.server.evaluation.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.evaluation.content.Part;

/** Collects libraries from what names them: package files, banners of vendored scripts, jars. */
public final class Inventory {

    /** Of the rules: the same version finds the same in the same bytes. */
    public static final int VERSION = 1;

    private static final int MAX_LISTED = 2000;
    private static final int MAX_DOCUMENT = 4 << 20;
    private static final int MAX_VALUES = 100_000;
    private static final int BANNER = 2048;
    private static final String MODULES = "node_modules/";

    /** The first comment of a bundle: {@code /*! name v1.2.3 …}. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "^\\s*/\\*[!*]?[\\s*]*(?:@license\\s+|@preserve\\s+)?([A-Za-z][A-Za-z0-9._@/-]{1,60})(?:"
                        + " (?:JavaScript|JS|CSS|Library))*[ ,:]+(?:v|version |release"
                        + " )?([0-9]+\\.[0-9]+(?:\\.[0-9]+)?(?:[-.][A-Za-z0-9.]{1,30})?)\\b");

    private final SortedSet<Library> libraries = new TreeSet<>();

    /** Notes what a part names. */
    public void read(Part part) throws IOException {
        try {
            switch (part.fileName()) {
                case "package.json" -> packageFile(part);
                case "package-lock.json", "npm-shrinkwrap.json" -> lockFile(part);
                case "pom.properties" -> jar(part);
                default -> banner(part);
            }
        } catch (MalformedDocumentException e) {
            // It names nothing that could be believed; what it does is for other stages to see.
            return;
        }
    }

    /** In the order of their package URLs. */
    public List<Library> libraries() {
        return List.copyOf(libraries);
    }

    private void packageFile(Part part) throws IOException {
        JsonObject json = json(part);
        json.optionalString("name")
                .ifPresent(name ->
                        json.optionalString("version")
                                .ifPresent(version -> add("npm", name, version, part)));
    }

    /** Versions 2 and 3 (npm-package-lock.json(5)): a package for each folder. */
    private void lockFile(Part part) throws IOException {
        if (!(json(part).members().get("packages") instanceof JsonObject packages)) {
            return;
        }
        for (Map.Entry<String, JsonValue> each : packages.members().entrySet()) {
            int at = each.getKey().lastIndexOf(MODULES);
            if (at >= 0 && each.getValue() instanceof JsonObject found) {
                String name = each.getKey().substring(at + MODULES.length());
                found.optionalString("version")
                        .ifPresent(version -> add("npm", name, version, part));
            }
        }
    }

    private void jar(Part part) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(
                    new StringReader(new String(part.first(BANNER), StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException("not a properties file", e);
        }
        Optional<String> version = Optional.ofNullable(properties.getProperty("version"));
        Optional<String> group = Optional.ofNullable(properties.getProperty("groupId"));
        Optional.ofNullable(properties.getProperty("artifactId"))
                .flatMap(artifact -> group.map(named -> named + "/" + artifact))
                .ifPresent(name -> version.ifPresent(found -> add("maven", name, found, part)));
    }

    private void banner(Part part) throws IOException {
        if (!Set.of("js", "mjs", "cjs", "css").contains(part.extension())) {
            return;
        }
        Matcher named = NAMED.matcher(new String(part.first(BANNER), StandardCharsets.UTF_8));
        if (named.find()) {
            add("generic", named.group(1), named.group(2), part);
        }
    }

    private static JsonObject json(Part part) throws IOException {
        return Json.parseObject(part.first(MAX_DOCUMENT), MAX_VALUES);
    }

    private void add(String ecosystem, String name, String version, Part part) {
        List<String> texts = new ArrayList<>(List.of(name, version));
        boolean believable = texts.stream().allMatch(text -> text.matches("[\\x21-\\x7e]{1,200}"));
        if (believable && libraries.size() < MAX_LISTED) {
            libraries.add(new Library(ecosystem, name, version, part.name()));
        }
    }
}
