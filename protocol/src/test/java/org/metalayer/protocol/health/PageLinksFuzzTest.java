package org.metalayer.protocol.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.metalayer.protocol.RelativePath;

/** The pages of strangers' components. */
class PageLinksFuzzTest {
    private static final RelativePath PAGE = new RelativePath("pages/index.html");

    /** Whatever stands behind it, a page's first link is found, and found as what it is. */
    @FuzzTest
    void nothingBehindALinkHidesIt(byte[] input) {
        String page = "<a href=\"/first.html\">first</a>" + new String(input, UTF_8);
        assertThat(PageLinks.in(PAGE, page))
                .first()
                .isEqualTo(
                        new PageLinks.Link(
                                "/first.html", Optional.of(new RelativePath("first.html"))));
    }
}
