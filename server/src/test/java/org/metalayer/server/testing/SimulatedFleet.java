package org.metalayer.server.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.platform.SqlException;

/** Puts sticks into the database and takes everything out of it again. */
@ApplicationScoped
public class SimulatedFleet {

    /** PostgreSQL's code for it ("deadlock_detected"). */
    private static final String DEADLOCK = "40P01";

    private static final int MOST_TRIES = 5;

    @Inject Sql sql;
    @Inject InstantSource clock;

    /**
     * An empty Main System: no sticks, no reports, no releases, no rollouts. What the test before
     * left running in the background may read the same tables in another order; PostgreSQL then
     * ends one of the two, and when that is this one it begins anew.
     */
    public void clear() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                truncate();
                return;
            } catch (SqlException e) {
                if (tries == MOST_TRIES || !isDeadlock(e)) {
                    throw e;
                }
            }
        }
    }

    private void truncate() {
        sql.update(
                """
                TRUNCATE stick, presence, installed, outcome, deployment, ring, rollout,
                    deployment_manifest, decision, artifact_hold, upgrade_report,
                    release_withdrawal, release, component CASCADE\
                """);
    }

    private static boolean isDeadlock(SqlException e) {
        return e.getCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState());
    }

    /** Accepted sticks that have not been seen yet. */
    public List<SimulatedStick> enrol(int count) {
        List<SimulatedStick> sticks =
                IntStream.range(0, count).mapToObj(i -> SimulatedStick.fresh()).toList();
        sticks.forEach(this::insert);
        return sticks;
    }

    /** Accepted sticks that are online now. */
    public List<SimulatedStick> enrolOnline(int count) {
        List<SimulatedStick> sticks = enrol(count);
        seen(sticks);
        return sticks;
    }

    /** The sticks check in. */
    public void seen(Collection<SimulatedStick> sticks) {
        sql.update(
                """
                INSERT INTO presence (stick_id, last_seen_at)
                SELECT id, ? FROM unnest(?::uuid[]) AS seen (id)
                ON CONFLICT (stick_id) DO UPDATE SET last_seen_at = excluded.last_seen_at\
                """,
                clock.instant(),
                sticks.stream().map(SimulatedStick::id).toList());
    }

    public void markTestStick(SimulatedStick stick) {
        sql.update("UPDATE stick SET test_stick = true WHERE id = ?", stick.id());
    }

    /** Sets a stick's state as an operator or the fleet would. */
    public void become(SimulatedStick stick, String state) {
        sql.update("UPDATE stick SET state = ? WHERE id = ?", state, stick.id());
    }

    private void insert(SimulatedStick stick) {
        Instant now = clock.instant();
        sql.update(
                """
                INSERT INTO stick (id, module_id, module_name, public_key, key_id, state, test_stick,
                    hardware_class, agent_version, usb, enrolled_at, changed_at)
                VALUES (?, ?, 'Simulated stick', ?, ?, 'ACCEPTED', false, 'linux-amd64', '0.1.0',
                    '{"vendor_id":"0951","product_id":"1666","bcd_device":"0110","manufacturer":"K",
                      "product":"D","serial":"S","virtual":true}', ?, ?)\
                """,
                stick.id(),
                stick.moduleId().value(),
                stick.key().publicKey().base64(),
                stick.key().publicKey().keyId(),
                now,
                now);
    }
}
