package org.metalayer.agent.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.system.BootEntry.Health;
import org.metalayer.protocol.system.SystemVersion;

/** What names on a stick mean. */
class SlotsTest {

    private static final String HASH =
            "00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef";

    private static final UUID ROOT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private final RootHash booted =
            RootHash.ofCommandLine("quiet roothash=" + HASH + " console=tty1\n").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "mlos_1.4.efi, 1.4, GOOD, mlos_1.4.efi",
        "mlos_1.4+3-0.efi, 1.4, INDETERMINATE, mlos_1.4+3-0.efi",
        "mlos_1.4+3.efi, 1.4, INDETERMINATE, mlos_1.4+3-0.efi",
        "mlos_1.4+0-3.efi, 1.4, BAD, mlos_1.4+0-3.efi",
        "mlos_10+02-01.efi, 10, INDETERMINATE, mlos_10+2-1.efi"
    })
    void entriesAreReadAndWritten(String name, String version, Health health, String written) {
        BootEntry entry = BootEntry.parse(name).orElseThrow();

        assertThat(entry.version()).isEqualTo(new SystemVersion(version));
        assertThat(entry.health()).isEqualTo(health);
        assertThat(entry.fileName()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linux.efi",
                "mlos_.efi",
                "mlos_1..4.efi",
                "mlos_1.4.5.6.7.efi",
                "mlos_1.4+.efi",
                "mlos_1.4+3-.efi",
                "mlos_1.4+99999.efi",
                "mlos_1.4.efi.new",
                "mlos_1.4-rc.efi"
            })
    void whatIsNoEntryOfOursIsNone(String name) {
        assertThat(BootEntry.parse(name)).isEmpty();
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertThat(new SystemVersion("1.10")).isGreaterThan(new SystemVersion("1.9.9"));
        assertThat(new SystemVersion("1.9")).isLessThan(new SystemVersion("1.9.1"));
        assertThatThrownBy(() -> new SystemVersion("1.x")).hasMessageContaining("numbers");
    }

    @Test
    void theRootHashNamesThePartitions() {
        assertThat(booted.rootPartition()).isEqualTo(ROOT);
        assertThat(booted.verityPartition())
                .isEqualTo(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));
        assertThat(RootHash.ofCommandLine("quiet")).isEmpty();
        assertThat(RootHash.ofCommandLine("roothash=abc")).isEmpty();
    }

    @Test
    void theOneThatDoesNotRunMayBeWritten() throws Exception {
        Slot a = new Slot(Slot.Name.A, "mlos_1.10", UUID.randomUUID());
        Slot b = new Slot(Slot.Name.B, "mlos_1.9", ROOT);

        Slots slots = Slots.of(List.of(a, b), booted);

        assertThat(slots.running()).isEqualTo(b);
        assertThat(slots.other()).isEqualTo(a);
        assertThat(a.version()).contains(new SystemVersion("1.10"));
        assertThat(new Slot(Slot.Name.A, Slot.EMPTY, ROOT).version()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereThatIsNotClear() {
        Slot runs = new Slot(Slot.Name.A, "mlos_1.9", ROOT);
        Slot twin = new Slot(Slot.Name.B, "mlos_1.9", ROOT);
        Slot other = new Slot(Slot.Name.B, "mlos_1.8", UUID.randomUUID());
        Slot foreign = new Slot(Slot.Name.B, "photos", UUID.randomUUID());

        for (List<Slot> unclear :
                List.of(
                        List.of(runs),
                        List.of(runs, twin),
                        List.of(other, other),
                        List.of(runs, other, other),
                        List.of(runs, foreign))) {
            assertThatThrownBy(() -> Slots.of(unclear, booted)).isInstanceOf(IOException.class);
        }
    }
}
