package org.metalayer.server.fleet;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.Row;

/**
 * What other features need to know of a stick.
 *
 * @param lastSeenAt time of its newest check-in; null before the first
 */
public record StickSummary(
        UUID id,
        String moduleId,
        String moduleName,
        StickState state,
        boolean testStick,
        @Nullable Instant lastSeenAt) {

    /** The columns to select, from {@code stick s} and {@code presence p}. */
    static final String COLUMNS =
            "s.id, s.module_id, s.module_name, s.state, s.test_stick, p.last_seen_at";

    static StickSummary read(Row row) throws SQLException {
        return new StickSummary(
                row.uuid("id"),
                row.text("module_id"),
                row.text("module_name"),
                StickState.valueOf(row.text("state")),
                row.flag("test_stick"),
                row.optionalInstant("last_seen_at"));
    }
}
