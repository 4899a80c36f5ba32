package org.metalayer.protocol.trust;

import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * The kinds of computer that something runs on, such as {@code linux-amd64}; a set, so that two
 * that name the same are equal.
 *
 * @param names in their order, each once; empty for any computer
 */
public record HardwareClasses(List<String> names) {

    /** Runs everywhere. */
    public static final HardwareClasses ANY = new HardwareClasses(List.of());

    private static final String MEMBER = "hardware_classes";
    private static final int MOST = 50;

    public HardwareClasses {
        if (names.size() > MOST) {
            throw new MalformedDocumentException(
                    "at most %d hardware classes, here are %d".formatted(MOST, names.size()));
        }
        names.forEach(HardwareClasses::checkName);
        names = names.stream().distinct().sorted().toList();
    }

    /** A name of one class: a line of 1 to 64 characters. */
    public static void checkName(String name) {
        Texts.line("hardware_class", name, 1, 64);
    }

    /** Reads the member {@code hardware_classes}, which must be there. */
    public static HardwareClasses read(JsonObject json) {
        return new HardwareClasses(json.strings(MEMBER, name -> name));
    }

    /** Reads the member {@code hardware_classes}; any where it is missing. */
    public static HardwareClasses readOptional(JsonObject json) {
        return json.members().containsKey(MEMBER) ? read(json) : ANY;
    }

    /** Adds the member {@code hardware_classes}. */
    public JsonBuilder writeInto(JsonBuilder json) {
        return json.strings(MEMBER, names, name -> name);
    }

    /** Whether it runs wherever {@code other} runs. */
    public boolean includeAll(HardwareClasses other) {
        return names.isEmpty() || (!other.names.isEmpty() && names.containsAll(other.names));
    }

    /** Whether it runs on a computer of that class. */
    public boolean include(String hardwareClass) {
        return names.isEmpty() || names.contains(hardwareClass);
    }
}
