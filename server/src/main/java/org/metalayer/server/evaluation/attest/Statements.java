package org.metalayer.server.evaluation.attest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.evaluation.stage.StageResult;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.persistence.Turns;

/** The door to signed evidence. */
@ApplicationScoped
public class Statements {

    @Inject VettingKey key;
    @Inject VettingKeyRepository keys;
    @Inject StatementRepository statements;
    @Inject Turns turns;
    @Inject InstantSource clock;

    /**
     * Signs and keeps what a stage found, in the transaction of the caller. The same finding about
     * the same dossier is the same statement, and is kept once.
     */
    public StageEvidence attest(Sha256 report, Dossier dossier, StageResult result) {
        byte[] envelope = key.sign(Statement.of(report, dossier, result)).encode();
        Sha256 name = Sha256.of(envelope);
        if (statements.findByIdOptional(name.hex()).isEmpty()) {
            rememberKey();
            statements.persist(
                    new StatementEntity(
                            dossier.report().reportId(),
                            result.stage(),
                            key.publicKey(),
                            envelope,
                            clock.instant()));
        }
        return new StageEvidence(result.stage(), result.finding(), Optional.of(name));
    }

    /** A statement's envelope, exactly as it was signed. */
    @Transactional
    public byte[] envelope(Sha256 name) {
        return statements
                .findByIdOptional(name.hex())
                .orElseThrow(() -> new NoSuchThingException("vetting statement " + name))
                .envelope();
    }

    /** What a stage wrote beside its finding: a bill of materials. */
    @Transactional
    public Optional<JsonObject> document(Sha256 name) {
        JsonObject predicate =
                Json.parseObject(Envelope.parse(envelope(name)).unverifiedPayload())
                        .object("predicate");
        return predicate.members().containsKey("document")
                ? Optional.of(predicate.object("document"))
                : Optional.empty();
    }

    /** Every key that ever signed evidence here. */
    @Transactional
    public List<VerifyingKey> keys() {
        return keys.listAll().stream().map(VettingKeyEntity::key).toList();
    }

    private void rememberKey() {
        String id = key.publicKey().keyId();
        if (keys.findByIdOptional(id).isEmpty()) {
            turns.take("vetting key " + id);
            if (keys.findByIdOptional(id).isEmpty()) {
                keys.persist(new VettingKeyEntity(key.publicKey(), clock.instant()));
                keys.flush();
            }
        }
    }
}
