package org.metalayer.agent.analytics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.analytics.AnalyticsRecord;
import org.metalayer.protocol.analytics.Field;
import org.metalayer.protocol.analytics.FieldRegistry;
import org.metalayer.protocol.analytics.Purpose;
import org.metalayer.protocol.analytics.Sensitivity;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What the owner allows.
 *
 * @param seen the version of the registry that the owner was asked about last; 0 for none
 * @param purposes for which ordinary fields are sent
 * @param fields by their names: those that the owner switched on or off one by one, which counts
 *     more than their purpose
 */
public record Consent(Mode mode, int seen, Set<Purpose> purposes, Map<String, Boolean> fields) {

    /** Of an owner who was not asked yet: nothing is recorded, and nothing is sent. */
    public static final Consent NONE = new Consent(Mode.OFF, 0, Set.of(), Map.of());

    // A number out of a damaged file must not mean that all there will ever be was seen.
    private static final int MOST_VERSIONS = 1_000_000;

    /**
     * @throws MalformedDocumentException when the version is none
     */
    public Consent {
        purposes = Set.copyOf(purposes);
        fields = Map.copyOf(fields);
        if (seen < 0 || seen > MOST_VERSIONS) {
            throw new MalformedDocumentException("there is no registry version " + seen);
        }
    }

    /** Whether this field may be sent now. */
    public boolean maySend(Field field) {
        if (mode != Mode.ON || field.since() > seen) {
            return false;
        }
        boolean byPurpose =
                field.sensitivity() == Sensitivity.ORDINARY && purposes.contains(field.purpose());
        return Optional.ofNullable(fields.get(field.name())).orElse(byPurpose);
    }

    /** Whether all that is in the record may be sent now. */
    public boolean maySend(AnalyticsRecord analytics) {
        return analytics.analytics().keySet().stream()
                .map(FieldRegistry.CURRENT::field)
                .allMatch(field -> field.filter(this::maySend).isPresent());
    }

    /**
     * What the owner is to be asked about, because the registry has fields that are newer than the
     * version the owner has seen. Where nothing is sent, nothing is asked.
     */
    public Optional<RegistryChange> asksAgain(FieldRegistry registry) {
        List<Field> added = registry.since(seen);
        return mode == Mode.ON && !added.isEmpty()
                ? Optional.of(new RegistryChange(seen, registry.version(), added))
                : Optional.empty();
    }

    /** The same in another mode. */
    public Consent in(Mode other) {
        return new Consent(other, seen, purposes, fields);
    }

    /** The same of an owner who was shown this version of the registry. */
    public Consent havingSeen(int version) {
        return new Consent(mode, version, purposes, fields);
    }

    /** The same with a purpose allowed or not. */
    public Consent with(Purpose purpose, boolean allowed) {
        Set<Purpose> changed = new HashSet<>(purposes);
        if (allowed) {
            changed.add(purpose);
        } else {
            changed.remove(purpose);
        }
        return new Consent(mode, seen, changed, fields);
    }

    /** The same with one field switched on or off, whatever its purpose. */
    public Consent with(Field field, boolean on) {
        Map<String, Boolean> changed = new HashMap<>(fields);
        changed.put(field.name(), on);
        return new Consent(mode, seen, purposes, changed);
    }

    /** The same with a field left to its purpose again. */
    public Consent without(Field field) {
        Map<String, Boolean> changed = new HashMap<>(fields);
        changed.remove(field.name());
        return new Consent(mode, seen, purposes, changed);
    }

    /**
     * Reads what {@link #write} wrote. A purpose that only a later program knows is not kept: it is
     * asked about again.
     *
     * @throws MalformedDocumentException when it is something else
     */
    public static Consent read(JsonObject json) {
        List<String> words = json.strings("purposes", word -> word);
        JsonObject switches = json.object("fields");
        Map<String, Boolean> fields = new HashMap<>();
        switches.members().keySet().forEach(name -> fields.put(name, switches.bool(name)));
        return new Consent(
                Mode.of(json.string("mode")),
                Math.clamp(json.integer("registry_version"), -1, MOST_VERSIONS + 1),
                Set.copyOf(
                        Stream.of(Purpose.values())
                                .filter(purpose -> words.contains(purpose.word()))
                                .toList()),
                fields);
    }

    /** Equal consents are written alike. */
    public JsonObject write() {
        JsonBuilder switches = new JsonBuilder();
        new TreeMap<>(fields).forEach(switches::put);
        return new JsonBuilder()
                .put("mode", mode.word())
                .put("registry_version", seen)
                .strings(
                        "purposes",
                        Stream.of(Purpose.values()).filter(purposes::contains).toList(),
                        Purpose::word)
                .put("fields", switches.build())
                .build();
    }

    /** The content of the ledger's entry about it. */
    byte[] bytes() {
        return Json.write(write());
    }
}
