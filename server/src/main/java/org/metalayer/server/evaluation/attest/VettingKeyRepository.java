package org.metalayer.server.evaluation.attest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class VettingKeyRepository implements PanacheRepositoryBase<VettingKeyEntity, String> {}
