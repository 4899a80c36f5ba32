package org.metalayer.server.fleet;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.VirtualStick;
import org.metalayer.server.testing.WholePool;

/**
 * What strangers send is refused without the database: the test holds every connection there is, so
 * that whoever wants one gets none.
 */
@QuarkusTest
class BeforeTheDatabaseTest {

    private static final String STICKS = "/api/v1/stick/";

    /** These give out what the others ask for. */
    private static final Pattern DOORS =
            Pattern.compile(STICKS + "(enrolments|session-challenges|sessions|time)");

    private static final String REPORT = STICKS + "upgrade-reports/" + new UUID(1, 2);

    @Inject WholePool pool;

    /** An endpoint for sticks with a session. */
    private record Endpoint(String method, String path) {

        ValidatableResponse ask(String token) {
            return VirtualStick.with(token)
                    .body(method.equals("GET") || method.equals("HEAD") ? "" : "{}")
                    .request(method, path.replaceAll("\\{\\w+}", new UUID(1, 2).toString()))
                    .then();
        }
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void challengesAreMadeAndCheckedWithoutAnyConnection() throws Exception {
        VirtualStick stick = VirtualStick.accepted();
        try (var _ = pool.hold()) {
            given().post("/api/v1/stick/session-challenges").then().statusCode(200);
            problem(stick.answer("made-up").then(), "challenge-refused");
        }
    }

    @Test
    void noEndpointAsksForAConnectionBeforeTheTokenIsFoundGenuineAndFresh() throws Exception {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThanOrEqualTo(7);
        String token = token();
        List<String> forged = forged(token);
        try (var _ = pool.hold()) {
            for (Endpoint endpoint : endpoints) {
                forged.forEach(each -> refused(endpoint, each, "invalid-token"));
            }
            TestClock.shift(Duration.ofMinutes(15));
            for (Endpoint endpoint : endpoints) {
                refused(endpoint, token, "session-expired");
            }
        }
    }

    /** Without this, the other tests might find a database that they believe to be out of reach. */
    @Test
    void aGenuineTokenLeadsToTheDatabase() throws Exception {
        String token = token();
        VirtualStick.with(token).get(REPORT).then().statusCode(404);
        try (var _ = pool.hold()) {
            VirtualStick.with(token)
                    .get(REPORT)
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:metalayer:problem:database-unreachable"));
        }
    }

    /** As the Main System itself lists them: one that is added tomorrow is asked, too. */
    private static List<Endpoint> endpoints() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").then().extract().path("paths");
        return paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith(STICKS))
                .filter(path -> !DOORS.matcher(path.getKey()).matches())
                .flatMap(path ->
                        path.getValue().keySet().stream()
                                .filter(key -> key.matches("get|head|post|put|patch|delete"))
                                .map(method ->
                                        new Endpoint(
                                                method.toUpperCase(Locale.ROOT), path.getKey())))
                .toList();
    }

    private static String token() {
        return VirtualStick.accepted().openSession().then().statusCode(200).extract().path("token");
    }

    /** Cut, bent, altered, signed by somebody else, and sealed here for another purpose. */
    private static List<String> forged(String token) throws GeneralSecurityException {
        String claims = token.substring("mls_".length(), token.indexOf('.'));
        String mac = token.substring(token.indexOf('.') + 1);
        byte[] plain = Base64.getUrlDecoder().decode(claims);
        String longer =
                new String(plain, UTF_8)
                        .replaceFirst("\"expires_at\":[0-9]+", "\"expires_at\":9999999999");
        assertThat(longer).isNotEqualTo(new String(plain, UTF_8));
        return List.of(
                "mls_",
                "mls_.",
                "mls_AAAA.AAAA",
                "mls_" + claims,
                "mls_" + claims + ".",
                "mls_" + claims + ".no base64!",
                token.substring(0, token.length() - 4),
                "mls_" + base64(longer.getBytes(UTF_8)) + "." + mac,
                "mls_" + claims + "." + base64(foreignMac(plain)),
                "mls_" + VirtualStick.challenge());
    }

    private static byte[] foreignMac(byte[] plain) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        return mac.doFinal(plain);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void refused(Endpoint endpoint, String token, String slug) {
        ValidatableResponse answer = endpoint.ask(token);
        assertThat(answer.extract().statusCode()).as("%s %s", endpoint, token).isEqualTo(401);
        if (!endpoint.method().equals("HEAD")) {
            problem(answer, slug);
        }
    }

    private static void problem(ValidatableResponse response, String slug) {
        response.statusCode(401).body("type", equalTo("urn:metalayer:problem:" + slug));
    }
}
