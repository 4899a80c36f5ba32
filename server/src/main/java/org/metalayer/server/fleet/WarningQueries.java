package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.Usb;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** What is odd about sticks. */
@ApplicationScoped
class WarningQueries {

    /** Whoever has a stick's key can show any number of copies; more tell nothing new. */
    private static final int MOST_COPIES = 20;

    @Inject Sql sql;

    /**
     * Writes it down. Where there are too many others, the one that says least makes room: rather
     * one of nobody known than of the copy that was known first, rather one that showed no session
     * of the stick's, and rather one that was not seen for long.
     */
    void note(UUID stickId, StickWarning seen) {
        sql.update(
                """
                INSERT INTO stick_warning
                  (stick_id, kind, copy, known, epoch, address, usb, first_at, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                ON CONFLICT (stick_id, kind, copy) DO UPDATE SET
                  known = excluded.known, epoch = excluded.epoch, address = excluded.address,
                  usb = excluded.usb, last_at = excluded.last_at\
                """,
                stickId,
                seen.kind().name(),
                seen.copy(),
                seen.known(),
                seen.epoch(),
                seen.address(),
                text(seen.usb()),
                seen.firstAt(),
                seen.lastAt());
        sql.update(
                """
                DELETE FROM stick_warning WHERE (stick_id, kind, copy) IN (
                  SELECT stick_id, kind, copy FROM stick_warning
                  WHERE stick_id = ? AND kind = ?
                  ORDER BY copy = ? DESC, known DESC, epoch > 0 DESC, last_at DESC, copy
                  OFFSET ?)\
                """,
                stickId,
                seen.kind().name(),
                seen.copy(),
                MOST_COPIES);
    }

    /** The copy that was known first has shown itself: it is known by its renewal from now on. */
    void forgetUnseen(UUID stickId) {
        sql.update(
                "DELETE FROM stick_warning WHERE stick_id = ? AND kind = 'CLONED' AND copy = ''",
                stickId);
    }

    /** An older state that waited for a word is one of several copies now. */
    void carryOver(UUID stickId) {
        sql.update(
                """
                UPDATE stick_warning w SET kind = 'CLONED'
                WHERE stick_id = ? AND kind = 'RESTORED' AND NOT EXISTS (
                  SELECT FROM stick_warning other
                  WHERE other.stick_id = w.stick_id AND other.kind = 'CLONED'
                    AND other.copy = w.copy)\
                """,
                stickId);
        clear(stickId, WarningKind.RESTORED);
    }

    void clear(UUID stickId, WarningKind kind) {
        sql.update(
                "DELETE FROM stick_warning WHERE stick_id = ? AND kind = ?", stickId, kind.name());
    }

    /** The device on which a stick was seen last is its device from now on. */
    void adoptDevice(UUID stickId) {
        sql.update(
                """
                UPDATE stick SET usb = w.usb FROM stick_warning w
                WHERE stick.id = ? AND w.stick_id = stick.id AND w.kind = 'OTHER_HARDWARE'
                  AND w.usb IS NOT NULL\
                """,
                stickId);
    }

    /** Whether another stick of the fleet says that it is the same device. */
    boolean isTaken(UUID stickId, Usb usb) {
        return !usb.serial().isEmpty()
                && sql.number(
                                """
                                SELECT count(*) FROM stick
                                WHERE usb ->> 'serial' = ? AND usb ->> 'vendor_id' = ?
                                  AND usb ->> 'product_id' = ? AND id <> ?
                                  AND state IN ('PENDING', 'ACCEPTED', 'QUARANTINED')\
                                """,
                                usb.serial(),
                                usb.vendorId(),
                                usb.productId(),
                                stickId)
                        > 0;
    }

    /** The sticks with a warning of that kind, newest first, in the fleet still. */
    List<UUID> newest(WarningKind kind, int limit) {
        return sql.list(
                """
                SELECT s.id FROM stick_warning w JOIN stick s ON s.id = w.stick_id
                WHERE w.kind = ? AND s.state IN ('PENDING', 'ACCEPTED', 'QUARANTINED')
                GROUP BY s.id ORDER BY max(w.last_at) DESC LIMIT ?\
                """,
                row -> row.uuid("id"),
                kind.name(),
                limit);
    }

    Map<UUID, List<StickWarning>> of(Collection<UUID> stickIds) {
        record Line(UUID stickId, StickWarning warning) {}
        return sql
                .list(
                        """
                        SELECT * FROM stick_warning WHERE stick_id = ANY (?::uuid[])
                        ORDER BY kind, known DESC, first_at, copy\
                        """,
                        row -> new Line(row.uuid("stick_id"), read(row)),
                        stickIds)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Line::stickId,
                                HashMap::new,
                                Collectors.mapping(Line::warning, Collectors.toList())));
    }

    private static StickWarning read(Row row) throws SQLException {
        String usb = row.optionalText("usb");
        return new StickWarning(
                WarningKind.valueOf(row.text("kind")),
                row.text("copy"),
                row.flag("known"),
                row.number("epoch"),
                row.text("address"),
                usb == null
                        ? null
                        : Usb.read(Json.parseObject(usb.getBytes(StandardCharsets.UTF_8))),
                row.instant("first_at"),
                row.instant("last_at"));
    }

    private static @Nullable String text(@Nullable Usb usb) {
        return usb == null ? null : new String(Json.write(usb.write()), StandardCharsets.UTF_8);
    }
}
