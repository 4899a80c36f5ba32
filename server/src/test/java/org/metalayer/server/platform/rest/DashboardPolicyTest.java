package org.metalayer.server.platform.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a page of the dashboard may do, directive by directive: whatever is added shows here. */
@QuarkusTest
class DashboardPolicyTest {

    @Test
    void thePolicyAllowsExactlyThis() {
        String header = given().accept("text/html").get("/").header("Content-Security-Policy");
        Map<String, String> directives =
                Arrays.stream(header.split("; *"))
                        .map(directive -> directive.split(" ", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

        assertThat(directives)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "default-src", "'self'",
                                "script-src", "'self'",
                                // Mantine writes its sizes and colours into style elements.
                                "style-src", "'self' 'unsafe-inline'",
                                "img-src", "'self' data:",
                                "font-src", "'self' data:",
                                "connect-src", "'self'",
                                "object-src", "'none'",
                                "base-uri", "'none'",
                                "form-action", "'self'",
                                "frame-ancestors", "'none'"));
    }
}
