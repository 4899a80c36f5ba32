package org.metalayer.server.evaluation.attest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StatementRepository implements PanacheRepositoryBase<StatementEntity, String> {}
