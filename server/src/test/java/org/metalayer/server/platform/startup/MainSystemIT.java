package org.metalayer.server.platform.startup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started from a shell. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MainSystemIT {

    @TempDir Path directory;

    @Test
    void servesUntilItIsStoppedAndLeavesNoDatabaseRunning() throws IOException {
        RunningMainSystem system = start();
        given().get(system.url() + "/q/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        ProcessHandle database = database();
        assertThat(database.isAlive()).isTrue();

        system.stop();

        assertThat(database.isAlive()).isFalse();
        assertThat(system.output())
                .doesNotContain("ERROR")
                .doesNotContain("not everything stopped");
    }

    @Test
    void keepsEverythingWhenItIsKilledAndTellsThePasswordOnlyOnce() throws IOException {
        RunningMainSystem first = start();
        assertThat(first.output()).containsOnlyOnce("password:");
        operator()
                .body("{\"note\":\"survives\",\"uses\":1,\"expires_in_hours\":1}")
                .post(first.url() + "/api/v1/enrolment-codes")
                .then()
                .statusCode(201);
        first.kill();

        try (RunningMainSystem second = start()) {
            assertThat(second.output()).doesNotContain("password:");
            operator()
                    .get(second.url() + "/api/v1/enrolment-codes")
                    .then()
                    .statusCode(200)
                    .body("items.note", hasItem("survives"));
        }
    }

    @Test
    void asksForAnotherPortInOneLine() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            RunningMainSystem refused =
                    RunningMainSystem.start(
                            data(),
                            Map.of("QUARKUS_HTTP_PORT", Integer.toString(busy.getLocalPort())));
            assertThat(refused.await()).isEqualTo(1);
            assertThat(refused.output())
                    .isEqualTo(
                            "metalayer: port %d is busy: stop what uses it, or choose another with QUARKUS_HTTP_PORT\n"
                                    .formatted(busy.getLocalPort()));
        }
    }

    @Test
    void leavesTheDataDirectoryToWhoUsesIt() throws IOException {
        try (RunningMainSystem first = start()) {
            RunningMainSystem second = start();
            assertThat(second.await()).isEqualTo(1);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .contains("in use by another");
            given().get(first.url() + "/q/health").then().statusCode(200);
        }
    }

    @Test
    void saysWhyAGivenDatabaseCannotBeUsed() throws IOException {
        int port = closedPort();
        RunningMainSystem refused =
                RunningMainSystem.start(
                        data(),
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port)));
        assertThat(refused.await()).isEqualTo(1);
        assertThat(refused.output().lines())
                .singleElement()
                .asString()
                .contains("127.0.0.1:" + port, "QUARKUS_DATASOURCE_JDBC_URL");
        assertThat(data().resolve("postgres")).doesNotExist();
    }

    @Test
    void saysWhatKeepsItFromStartingAfterTheDatabaseHasStarted() throws IOException {
        RunningMainSystem refused =
                RunningMainSystem.start(data(), Map.of("METALAYER_ROLLOUT_TEST_STICKS", "0"));
        assertThat(refused.await()).isEqualTo(1);
        assertThat(refused.output())
                .endsWith("metalayer: metalayer.rollout.test-sticks must be at least 1\n")
                .doesNotContain("\tat ");

        RunningMainSystem malformed =
                RunningMainSystem.start(data(), Map.of("METALAYER_ROLLOUT_STAGED_SOAK", "soon"));
        assertThat(malformed.await()).isEqualTo(1);
        assertThat(malformed.output()).contains("metalayer.rollout.staged.soak", "soon");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private RunningMainSystem start() throws IOException {
        return RunningMainSystem.start(data(), Map.of());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private ProcessHandle database() throws IOException {
        Path pidFile = data().resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
    }

    private RequestSpecification operator() throws IOException {
        String token = Files.readString(data().resolve("operator.token")).strip();
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
