package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.server.testing.DatabaseLocks;
import org.metalayer.server.testing.VirtualStick;

/** A stick asks while an operator decides about it. */
@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EnrolmentRaceTest {

    @Inject Fleet fleet;
    @Inject EnrolmentCodes codes;
    @Inject DatabaseLocks locks;

    @Test
    void aCodeAcceptsNobodyWhoIsJustBeingRejected() {
        VirtualStick stick = VirtualStick.fresh();
        UUID id = stick.id();
        String code = codes.create("test", 1, Duration.ofHours(1), "ops").secret();

        CompletableFuture<String> asked =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            fleet.reject(id);
                            CompletableFuture<String> asks =
                                    CompletableFuture.supplyAsync(() -> state(stick, code));
                            locks.awaitSomebodyWhoWaits();
                            return asks;
                        });

        assertThat(asked.join()).isEqualTo("rejected");
        assertThat(fleet.get(id).state()).isEqualTo(StickState.REJECTED);
        assertThat(state(VirtualStick.fresh(), code))
                .as("the code is not used up")
                .isEqualTo("accepted");
    }

    private static String state(VirtualStick stick, String code) {
        return stick.enrol(Optional.of(code)).then().statusCode(200).extract().path("state");
    }
}
