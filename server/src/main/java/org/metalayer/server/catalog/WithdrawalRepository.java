package org.metalayer.server.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.message.Withdrawal;

@ApplicationScoped
class WithdrawalRepository implements PanacheRepositoryBase<WithdrawalEntity, UUID> {

    /** Oldest first. */
    List<Withdrawal> all() {
        return list(
                        "from WithdrawalEntity w join fetch w.release"
                                + " order by w.withdrawnAt, w.releaseId")
                .stream()
                .map(WithdrawalEntity::toRecord)
                .toList();
    }
}
