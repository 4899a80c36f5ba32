package org.metalayer.server.fleet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.persistence.NewestFirst;

@ApplicationScoped
class EnrolmentCodeRepository implements PanacheRepositoryBase<EnrolmentCodeEntity, UUID> {

    Page<EnrolmentCode> page(PageRequest request) {
        return NewestFirst.by("createdAt", EnrolmentCodeEntity.class, this)
                .page(
                        request,
                        EnrolmentCodeEntity::toRecord,
                        code -> new Cursor(code.createdAt(), code.id()));
    }

    /** Takes one use in one statement: never more than there are, whoever else asks. */
    boolean consume(byte[] codeSha256, Instant now) {
        return update(
                        "update EnrolmentCodeEntity set used = used + 1"
                                + " where codeSha256 = ?1 and used < uses and expiresAt > ?2",
                        codeSha256,
                        now)
                == 1;
    }
}
