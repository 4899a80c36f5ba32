package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.message.Usb;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Sticks in the database. */
@ApplicationScoped
class StickRepository {

    @Inject Sql sql;

    /** False where its key or its module id is enrolled already. */
    boolean insert(Stick stick) {
        int inserted =
                sql.update(
                        """
                        WITH fresh AS (
                          INSERT INTO stick (id, module_id, module_name, public_key, key_id, state,
                            test_stick, hardware_class, agent_version, usb, enrolled_at, changed_at)
                          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                          ON CONFLICT DO NOTHING RETURNING id)
                        INSERT INTO presence (stick_id) SELECT id FROM fresh\
                        """,
                        stick.id(),
                        stick.moduleId().value(),
                        stick.moduleName().value(),
                        stick.key().base64(),
                        stick.key().keyId(),
                        stick.state().name(),
                        stick.testStick(),
                        stick.hardwareClass(),
                        stick.agentVersion(),
                        new String(Json.write(stick.usb().write()), StandardCharsets.UTF_8),
                        stick.enrolledAt(),
                        stick.changedAt());
        return inserted == 1;
    }

    Optional<Stick> find(UUID id) {
        return sql.first("SELECT * FROM stick WHERE id = ?", StickRepository::read, id);
    }

    Optional<Stick> byKey(VerifyingKey key) {
        return byKeyId(key.keyId());
    }

    Optional<Stick> byKeyId(String keyId) {
        return sql.first("SELECT * FROM stick WHERE key_id = ?", StickRepository::read, keyId);
    }

    /** Held until the transaction ends, so that two verbs never both see the state before. */
    Optional<Stick> lock(UUID id) {
        return sql.first("SELECT * FROM stick WHERE id = ? FOR UPDATE", StickRepository::read, id);
    }

    void saveState(Stick stick) {
        sql.update(
                "UPDATE stick SET state = ?, changed_at = ? WHERE id = ?",
                stick.state().name(),
                stick.changedAt(),
                stick.id());
    }

    boolean markTestStick(UUID id, boolean testStick) {
        return sql.update("UPDATE stick SET test_stick = ? WHERE id = ?", testStick, id) == 1;
    }

    long count(StickState state) {
        return sql.number("SELECT count(*) FROM stick WHERE state = ?", state.name());
    }

    long countSeenSince(Instant since) {
        return sql.number(
                """
                SELECT count(*) FROM presence p JOIN stick s ON s.id = p.stick_id
                WHERE s.state = 'ACCEPTED' AND p.last_seen_at >= ?\
                """,
                since);
    }

    static Stick read(Row row) throws SQLException {
        return new Stick(
                row.uuid("id"),
                new ModuleId(row.text("module_id")),
                new ModuleName(row.text("module_name")),
                VerifyingKey.parse(row.text("public_key")),
                StickState.valueOf(row.text("state")),
                row.flag("test_stick"),
                row.text("hardware_class"),
                row.text("agent_version"),
                usb(row),
                row.instant("enrolled_at"),
                row.instant("changed_at"));
    }

    private static Usb usb(Row row) throws SQLException {
        return Usb.read(Json.parseObject(row.text("usb").getBytes(StandardCharsets.UTF_8)));
    }
}
