package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.platform.Sql;

/** Which key each role had at its first start. */
@ApplicationScoped
class KeyRepository {

    @Inject Sql sql;
    @Inject InstantSource clock;

    Optional<VerifyingKey> find(KeyRole role) {
        return sql.first(
                "SELECT public_key FROM signing_key WHERE role = ?",
                row -> VerifyingKey.of(row.bytes("public_key")),
                role.wire());
    }

    /** Records a role's first key; whoever comes second keeps what is there. */
    void record(KeyRole role, VerifyingKey key) {
        sql.update(
                "INSERT INTO signing_key (role, public_key, created_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                role.wire(),
                key.raw(),
                clock.instant());
    }
}
