package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MirrorsTest {

    @Test
    void areThoseOfThisComputerWhereItIsADebian() {
        assertThat(
                        Mirrors.among(
                                """
                                |https://packages.example/tools/
                                Debian Backports|http://backports.example/debian/
                                Debian|file:/srv/debian/
                                Debian|https://mirror.example/debian/
                                Debian|http://other.example/debian/
                                Debian-Security|http://mirror.example/security/
                                """))
                .isEqualTo(
                        new Mirrors(
                                "https://mirror.example/debian", "http://mirror.example/security"));
    }

    @Test
    void areDebiansOwnElsewhere() {
        assertThat(Mirrors.among("Ubuntu|http://archive.ubuntu.com/ubuntu/\n"))
                .isEqualTo(Mirrors.DEBIAN);
        assertThat(Mirrors.among("")).isEqualTo(Mirrors.DEBIAN);
    }

    @Test
    void thisComputerSaysSome() throws IOException {
        assertThat(Mirrors.ofThisComputer().sources("trixie"))
                .contains("Suites: trixie trixie-updates\n", "Suites: trixie-security\n")
                .containsPattern("URIs: https?://\\S+\n");
    }

    @Test
    void canBeChosen() {
        assertThat(
                        Mirrors.DEBIAN
                                .withArchive(Optional.of("http://a"))
                                .withSecurity(Optional.of("http://b")))
                .isEqualTo(new Mirrors("http://a", "http://b"));
        assertThat(Mirrors.DEBIAN.withArchive(Optional.empty())).isEqualTo(Mirrors.DEBIAN);
    }
}
