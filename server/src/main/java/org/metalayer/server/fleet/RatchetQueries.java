package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.metalayer.protocol.ratchet.Doubt;
import org.metalayer.protocol.ratchet.RatchetState;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.Spans;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Where the renewals of sticks stand. */
@ApplicationScoped
class RatchetQueries {

    /** Rows are locked in one order, so that replicas never wait for each other in a circle. */
    private static final String TAKE =
            """
            WITH due AS (
              SELECT r.stick_id, t.epoch, t.came_from, t.nonce, t.request_id,
                     t.moved_at
              FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::bigint[],
                          ?::bigint[], ?::text[], ?::text[], ?::timestamptz[])
                AS t (stick_id, old_epoch, old_nonce, epoch, came_from, nonce,
                      request_id, moved_at)
              JOIN ratchet r ON r.stick_id = t.stick_id
                AND r.epoch = t.old_epoch AND r.nonce = t.old_nonce
                AND r.doubt = 'NONE'
              ORDER BY r.stick_id FOR UPDATE OF r)
            UPDATE ratchet r SET epoch = due.epoch, came_from = due.came_from,
              nonce = due.nonce, request_id = due.request_id,
              moved_at = due.moved_at
            FROM due WHERE r.stick_id = due.stick_id
            RETURNING r.stick_id, r.nonce\
            """;

    @Inject Sql sql;

    /** A step that a stick takes, if it still stands where it stood when that was judged. */
    record Step(UUID stickId, RatchetState before, RatchetState after) {}

    /** Empty before a stick's first session. */
    Optional<RatchetState> find(UUID stickId) {
        return sql.first("SELECT * FROM ratchet WHERE stick_id = ?", RatchetQueries::read, stickId);
    }

    /** Sessions at this epoch or below were told apart; -1 where there is nothing to tell. */
    long setAside(UUID stickId) {
        return sql.first(
                        "SELECT set_aside FROM ratchet WHERE stick_id = ?",
                        row -> row.number("set_aside"),
                        stickId)
                .orElse(-1L);
    }

    /** Takes all steps that can be taken, in one statement; answers those that were. */
    Map<Step, Boolean> take(Collection<Step> steps) {
        record Taken(UUID stickId, String nonce) {}
        Set<Taken> taken =
                new HashSet<>(
                        sql.list(
                                TAKE,
                                row -> new Taken(row.uuid("stick_id"), row.text("nonce")),
                                column(steps, Step::stickId),
                                column(steps, step -> step.before().epoch()),
                                column(steps, step -> step.before().nonce()),
                                column(steps, step -> step.after().epoch()),
                                column(steps, step -> step.after().from()),
                                column(steps, step -> step.after().nonce()),
                                column(steps, step -> step.after().requestId().orElseThrow()),
                                column(steps, step -> step.after().movedAt())));
        Map<Step, Boolean> answers = new HashMap<>();
        for (Step step : steps) {
            if (taken.contains(new Taken(step.stickId(), step.after().nonce()))) {
                answers.put(step, true);
            }
        }
        return answers;
    }

    /** Held until the transaction ends; begun where there is none yet. */
    RatchetState lock(UUID stickId, Instant now) {
        insert(stickId, RatchetState.begin(now));
        return sql.first(
                        "SELECT * FROM ratchet WHERE stick_id = ? FOR UPDATE",
                        RatchetQueries::read,
                        stickId)
                .orElseThrow(() -> new NoSuchElementException("no ratchet of " + stickId));
    }

    /** Of a stick that is locked. */
    void save(UUID stickId, RatchetState state) {
        sql.update(
                """
                UPDATE ratchet SET epoch = ?, came_from = ?, nonce = ?, request_id = ?,
                  set_aside = ?, left_behind = ?::text[], doubt = ?, moved_at = ?
                WHERE stick_id = ?\
                """,
                state.epoch(),
                state.from(),
                state.nonce(),
                state.requestId().map(RequestId::hex).orElse(null),
                state.setAside(),
                pairs(state.leftBehind()),
                state.doubt().name(),
                state.movedAt(),
                stickId);
    }

    private void insert(UUID stickId, RatchetState state) {
        sql.update(
                """
                INSERT INTO ratchet
                  (stick_id, epoch, came_from, nonce, set_aside, left_behind, doubt, moved_at)
                VALUES (?, ?, ?, ?, ?, '{}', ?, ?) ON CONFLICT DO NOTHING\
                """,
                stickId,
                state.epoch(),
                state.from(),
                state.nonce(),
                state.setAside(),
                state.doubt().name(),
                state.movedAt());
    }

    private static RatchetState read(Row row) throws SQLException {
        String requestId = row.optionalText("request_id");
        return new RatchetState(
                row.number("epoch"),
                row.number("came_from"),
                row.text("nonce"),
                Optional.ofNullable(requestId).map(RequestId::new),
                row.number("set_aside"),
                spans(row.texts("left_behind")),
                Doubt.valueOf(row.text("doubt")),
                row.instant("moved_at"));
    }

    private static List<Long> pairs(Spans spans) {
        return spans.spans().stream().flatMap(span -> Stream.of(span.after(), span.to())).toList();
    }

    private static Spans spans(List<String> pairs) {
        List<Spans.Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            spans.add(
                    new Spans.Span(Long.parseLong(pairs.get(i)), Long.parseLong(pairs.get(i + 1))));
        }
        return new Spans(spans);
    }

    private static List<?> column(Collection<Step> steps, Function<Step, ?> value) {
        return steps.stream().map(value).toList();
    }
}
