package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatorsTest {

    @Inject Operators operators;

    @Test
    void aNameIsGivenOnceHoweverManyAskForItAtOnce() {
        Username username = new Username("somebody-" + UUID.randomUUID());
        List<CompletableFuture<Optional<Operator>>> running =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(() ->
                                        operators.add(
                                                username,
                                                OperatorRole.VIEWER,
                                                new NewPassword("long enough to be one"))))
                        .limit(4)
                        .toList();

        assertThat(running.stream().map(CompletableFuture::join).flatMap(Optional::stream))
                .singleElement()
                .extracting(Operator::id)
                .isEqualTo(named(username).id());
    }

    private Operator named(Username username) {
        return operators.all().stream()
                .filter(operator -> operator.username().equals(username.text()))
                .findFirst()
                .orElseThrow();
    }
}
