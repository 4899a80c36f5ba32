package org.metalayer.protocol.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

class HardwareClassesTest {
    private static final HardwareClasses PC = new HardwareClasses(List.of("linux-amd64"));

    @Test
    void noneMeansAny() {
        assertThat(HardwareClasses.ANY.include("toaster-z80")).isTrue();
        assertThat(PC.include("linux-amd64")).isTrue();
        assertThat(PC.include("linux")).isFalse();
    }

    @Test
    void someHardwareIsNotAll() {
        HardwareClasses both = new HardwareClasses(List.of("linux-aarch64", "linux-amd64"));
        assertThat(HardwareClasses.ANY.includeAll(PC)).isTrue();
        assertThat(both.includeAll(PC)).isTrue();
        assertThat(PC.includeAll(PC)).isTrue();
        assertThat(PC.includeAll(both)).isFalse();
        assertThat(both.includeAll(HardwareClasses.ANY)).isFalse();
    }

    @Test
    void theyAreASet() {
        assertThat(new HardwareClasses(List.of("b", "a", "b")))
                .isEqualTo(new HardwareClasses(List.of("a", "b")));
    }

    @Test
    void readsWhatItWrites() {
        JsonObject json = PC.writeInto(new JsonBuilder()).build();
        assertThat(HardwareClasses.read(json)).isEqualTo(PC);
        assertThat(HardwareClasses.readOptional(json)).isEqualTo(PC);
        assertThat(HardwareClasses.readOptional(new JsonBuilder().build()))
                .isEqualTo(HardwareClasses.ANY);
    }

    @Test
    void refusesTooManyAndNamesThatAreNoLine() {
        for (List<String> names :
                List.of(Collections.nCopies(51, "a"), List.of(""), List.of("a\nb"))) {
            assertThatThrownBy(() -> new HardwareClasses(names))
                    .isInstanceOf(MalformedDocumentException.class);
        }
    }
}
