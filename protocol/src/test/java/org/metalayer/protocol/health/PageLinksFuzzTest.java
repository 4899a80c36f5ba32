package org.metalayer.protocol.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.RelativePath;

/** The pages of strangers' components. */
class PageLinksFuzzTest {
    private static final RelativePath PAGE = new RelativePath("pages/index.html");

    @FuzzTest
    void everyPageIsReadAndNoLinkLeavesItsComponent(byte[] input) {
        String page = new String(input, StandardCharsets.UTF_8);
        for (PageLinks.Link link : PageLinks.in(PAGE, page)) {
            link.target()
                    .ifPresent(target ->
                            assertThat(target.value().split("/", -1))
                                    .doesNotContain("", ".", ".."));
        }
    }
}
