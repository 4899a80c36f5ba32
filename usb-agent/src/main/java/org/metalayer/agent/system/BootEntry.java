package org.metalayer.agent.system;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.system.SystemVersion;

/**
 * A kernel of ours on the boot partition, as its file name tells: {@code mlos_1.4.0+3-0.efi} (Boot
 * Loader Specification, automatic boot assessment).
 *
 * @param count empty once the version was found good
 */
public record BootEntry(SystemVersion version, Optional<BootCount> count) {

    private static final Pattern NAME =
            Pattern.compile(
                    "mlos_(?<version>[0-9.]+)"
                            + "(\\+(?<left>[0-9]{1,4})(-(?<done>[0-9]{1,4}))?)?\\.efi");

    /** What the boot loader thinks of it. */
    public enum Health {
        GOOD,
        INDETERMINATE,
        BAD
    }

    /** Reads a name; empty where it is none of ours, which is left alone. */
    public static Optional<BootEntry> parse(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches() || !SystemVersion.isOne(name.group("version"))) {
            return Optional.empty();
        }
        Optional<BootCount> count =
                Optional.ofNullable(name.group("left"))
                        .map(left -> new BootCount(number(left), number(name.group("done"))));
        return Optional.of(new BootEntry(new SystemVersion(name.group("version")), count));
    }

    /** The same kernel, counted otherwise. */
    BootEntry given(BootCount other) {
        return new BootEntry(version, Optional.of(other));
    }

    /** The name of its file. */
    public String fileName() {
        return "mlos_%s%s.efi".formatted(version, count.map(BootCount::toString).orElse(""));
    }

    /** How far its tries have come. */
    public Health health() {
        return count.map(tries -> tries.left() == 0 ? Health.BAD : Health.INDETERMINATE)
                .orElse(Health.GOOD);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
