package org.metalayer.server.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metalayer.server.platform.Sql;

/** Policies as operators write them, and the way back to the default one. */
@ApplicationScoped
public class PolicyFixture {

    @Inject Sql sql;

    /** Only the default policy, in force; call it when no decision names another one. */
    public void reset() {
        List<String> tables = List.of("policy", "policy_row", "policy_example");
        tables.forEach(table -> sql.update("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table)));
        sql.update("DELETE FROM policy_row WHERE policy_version > 1");
        sql.update("DELETE FROM policy_example WHERE policy_version > 1");
        sql.update("DELETE FROM policy WHERE version > 1");
        sql.update("UPDATE policy SET state = 'active', superseded_at = NULL WHERE version = 1");
        tables.forEach(table -> sql.update("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table)));
        sql.update("DELETE FROM policy_replay");
    }

    /** Nobody may change the policy but the first administrator. */
    public void leaveOneOperator() {
        sql.update(
                """
                UPDATE operator SET role = 'viewer', entitled_since = NULL, entitled_until = NULL
                WHERE id <> (SELECT id FROM operator WHERE role = 'administrator'
                             ORDER BY created_at, id LIMIT 1)\
                """);
    }

    /** A policy with these rows, and the last one that every policy has. */
    public static Map<String, Object> of(Map<?, ?>... rows) {
        List<Object> all = new ArrayList<>(List.of(rows));
        all.add(row("verdict", "needs_human"));
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("note", "a test");
        policy.put("rows", all);
        policy.put("examples", List.of());
        return policy;
    }

    /** The same with these examples. */
    public static Map<String, Object> with(Map<String, Object> policy, Map<?, ?>... examples) {
        Map<String, Object> changed = new LinkedHashMap<>(policy);
        changed.put("examples", List.of(examples));
        return changed;
    }

    /** A row that approves, by names and values. */
    public static Map<String, Object> approving(String strategy, Object... members) {
        Map<String, Object> row = row(members);
        row.put("verdict", "approve");
        row.put("strategy", strategy);
        return row;
    }

    /** Any object, by names and values. */
    public static Map<String, Object> row(Object... members) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            row.put((String) members[i], members[i + 1]);
        }
        return row;
    }
}
