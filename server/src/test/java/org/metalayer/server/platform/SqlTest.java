package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;

@QuarkusTest
class SqlTest {

    @Inject Sql sql;
    @Inject Operators operators;

    @Test
    void aStatementSeesWhatEntitiesOfItsTransactionWereChangedTo() {
        String username = "somebody-" + UUID.randomUUID();
        QuarkusTransaction.begin();
        operators.add(username, OperatorRole.VIEWER, "password");
        assertThat(count(username)).isOne();
        QuarkusTransaction.rollback();

        assertThat(count(username)).isZero();
    }

    private long count(String username) {
        return sql.number("SELECT count(*) FROM operator WHERE username = ?", username);
    }
}
