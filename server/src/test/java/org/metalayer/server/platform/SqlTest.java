package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.server.access.NewPassword;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;
import org.metalayer.server.access.Username;

@QuarkusTest
class SqlTest {

    @Inject Sql sql;
    @Inject Operators operators;

    @Test
    void aStatementSeesWhatEntitiesOfItsTransactionWereChangedTo() {
        String username = "somebody-" + UUID.randomUUID();
        QuarkusTransaction.begin();
        operators.add(
                new Username(username),
                OperatorRole.VIEWER,
                new NewPassword("long enough to be one"));
        assertThat(count(username)).isOne();
        QuarkusTransaction.rollback();

        assertThat(count(username)).isZero();
    }

    private long count(String username) {
        return sql.number("SELECT count(*) FROM operator WHERE username = ?", username);
    }
}
