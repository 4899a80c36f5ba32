package org.metalayer.server.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metalayer.server.testing.MainSystemResource;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** A Main System that runs for years keeps its own command line working. */
@QuarkusTest
class LocalOperatorTokenTest {

    private static final Path FILE = MainSystemResource.data().resolve("operator.token");

    @Inject LocalOperatorToken token;

    @AfterEach
    void backToThePresent() {
        TestClock.reset();
    }

    @Test
    void isKeptWhileItLasts() {
        String before = TestOperator.token();
        TestClock.shift(Duration.ofDays(300));
        token.renew();
        assertThat(TestOperator.token()).isEqualTo(before);
    }

    @Test
    void isRenewedWhileRunningBeforeItEnds() {
        String first = TestOperator.token();
        TestClock.shift(Duration.ofDays(340));
        token.renew();
        String second = TestOperator.token();
        assertThat(second).isNotEqualTo(first);
        isKnown(first, 200);

        TestClock.shift(Duration.ofDays(370));
        isKnown(first, 401);
        isKnown(second, 200);
    }

    @Test
    void isMadeAnewWhereTheFileIsGoneOrDamaged() throws IOException {
        Files.delete(FILE);
        token.renew();
        isKnown(TestOperator.token(), 200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE)))
                .isEqualTo("rw-------");
        Files.writeString(FILE, "mlo_something-else\n");
        token.renew();
        isKnown(TestOperator.token(), 200);
    }

    private static void isKnown(String secret, int status) {
        given().header("Authorization", "Bearer " + secret)
                .get("/api/v1/operators")
                .then()
                .statusCode(status);
    }
}
