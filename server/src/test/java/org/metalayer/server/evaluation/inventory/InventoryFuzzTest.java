package org.metalayer.server.evaluation.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import org.metalayer.server.evaluation.content.FileKind;
import org.metalayer.server.evaluation.content.Part;

/** Whatever strangers call a package file, a bundle or what lies in a jar. */
class InventoryFuzzTest {

    private static final byte[] BANNER = "/*! jquery v3.7.1 */\n".getBytes(UTF_8);

    @FuzzTest
    void whatIsNamedIsBelievableAndNothingHidesABanner(byte[] input) throws IOException {
        for (String name :
                List.of("package.json", "package-lock.json", "x.jar!pom.properties", "a.js")) {
            List<Library> found = libraries(name, input);
            assertThat(found).isSorted().isEqualTo(libraries(name, input));
            assertThat(found).hasSizeLessThanOrEqualTo(2000).allSatisfy(InventoryFuzzTest::check);
        }
        assertThat(libraries("a.txt", input)).as("it is read by people only").isEmpty();
        nothingBehindABannerHidesIt(input);
    }

    private static void nothingBehindABannerHidesIt(byte[] input) throws IOException {
        byte[] bundle = Arrays.copyOf(BANNER, BANNER.length + input.length);
        System.arraycopy(input, 0, bundle, BANNER.length, input.length);
        assertThat(libraries("a.js", bundle))
                .containsExactly(new Library("generic", "jquery", "3.7.1", "a.js"));
    }

    /** The package URL names this library and no other. */
    private static void check(Library library) {
        assertThat(library.name()).matches("[!-~]{1,200}");
        assertThat(library.version()).matches("[!-~]{1,200}");
        assertThat(library.purl()).matches("pkg:(npm|maven|generic)/[\\w.~/%-]+@[\\w.~/%-]+");
        assertThat(URLDecoder.decode(library.purl(), UTF_8))
                .isEqualTo(
                        "pkg:%s/%s@%s"
                                .formatted(library.ecosystem(), library.name(), library.version()));
    }

    private static List<Library> libraries(String name, byte[] bytes) throws IOException {
        Inventory inventory = new Inventory();
        inventory.read(
                new Part(
                        name,
                        bytes.length,
                        Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)),
                        0,
                        () -> new ByteArrayInputStream(bytes)));
        return inventory.libraries();
    }
}
