package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** The policies in SQL; the highest version is in force. */
@ApplicationScoped
public class Policies {

    @Inject Sql sql;

    public Policy inForce() {
        int version = Math.toIntExact(sql.number("SELECT max(version) FROM policy"));
        return new Policy(
                version,
                sql.list(
                        """
                        SELECT ordinal, type, min_impact, verdict, strategy, priority
                        FROM policy_row WHERE policy_version = ? ORDER BY ordinal\
                        """,
                        Policies::read,
                        version));
    }

    private static PolicyRow read(Row row) throws SQLException {
        return new PolicyRow(
                row.integer("ordinal"),
                Optional.ofNullable(row.optionalText("type")).map(UpgradeType::parse),
                Optional.ofNullable(row.optionalText("min_impact")).map(ImpactLevel::parse),
                Verdict.parse(row.text("verdict")),
                Optional.ofNullable(row.optionalText("strategy")).map(Strategy::parse),
                Priority.parse(row.text("priority")));
    }
}
