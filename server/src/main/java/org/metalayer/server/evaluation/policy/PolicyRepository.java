package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.platform.sql.Database;
import org.metalayer.server.platform.sql.Row;

/** The policies in SQL; the highest version is in force. */
@ApplicationScoped
public class PolicyRepository {

    @Inject Database database;

    public Policy inForce() {
        int version =
                database.one(
                        "SELECT max(version) AS version FROM policy",
                        row -> row.integer("version"));
        return new Policy(
                version,
                database.list(
                        """
                        SELECT ordinal, type, min_impact, verdict, strategy, priority
                        FROM policy_row WHERE policy_version = ? ORDER BY ordinal""",
                        PolicyRepository::read,
                        version));
    }

    private static PolicyRow read(Row row) throws SQLException {
        return new PolicyRow(
                row.integer("ordinal"),
                row.optionalText("type").map(UpgradeType::parse),
                row.optionalText("min_impact").map(ImpactLevel::parse),
                Verdict.parse(row.text("verdict")),
                row.optionalText("strategy").map(Strategy::parse),
                Priority.parse(row.text("priority")));
    }
}
