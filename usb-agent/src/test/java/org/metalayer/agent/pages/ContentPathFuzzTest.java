package org.metalayer.agent.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.metalayer.protocol.RelativePath;

/** What a page in the owner's browser asks for. */
class ContentPathFuzzTest {

    private static final Path COMPONENT = Path.of("/stick/module/player");

    @FuzzTest
    void anyTargetIsRefusedOrOneFileOfItsComponent(byte[] input) {
        String target = target(input);
        Optional<RelativePath> path = ContentPath.of(target);
        assertThat(ContentPath.of(target + "?../x")).isEqualTo(path);
        path.ifPresent(found -> {
            Path file = COMPONENT.resolve(found.value());
            assertThat(file.normalize()).isEqualTo(file).startsWithRaw(COMPONENT);
            assertThat(ContentPath.of(encoded(found))).contains(found);
        });
    }

    /** As a request lets it through: a slash, and printable ASCII. */
    private static String target(byte[] input) {
        StringBuilder target = new StringBuilder("/");
        for (byte each : input) {
            if (each > ' ' && each <= '~') {
                target.append((char) each);
            }
        }
        return target.toString();
    }

    /** Each byte but the slashes escaped: another way to ask for the same. */
    private static String encoded(RelativePath path) {
        StringBuilder target = new StringBuilder("/");
        for (byte each : path.value().getBytes(UTF_8)) {
            target.append(each == '/' ? "/" : "%" + HexFormat.of().toHexDigits(each));
        }
        return target.toString();
    }
}
