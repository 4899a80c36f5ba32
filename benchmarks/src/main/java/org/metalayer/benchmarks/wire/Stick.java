package org.metalayer.benchmarks.wire;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.SessionRequest;
import org.metalayer.protocol.ratchet.RequestId;
import org.metalayer.protocol.ratchet.StickRatchet;

/** A stick with a real key, but without an agent. */
public record Stick(
        UUID id, String moduleId, SigningKey key, AtomicReference<StickRatchet> ratchet) {
    public static final String AGENT_VERSION = "0.1.0";

    private static final SecureRandom RANDOM = new SecureRandom();

    public Stick(UUID id, String moduleId, SigningKey key) {
        this(id, moduleId, key, new AtomicReference<>(StickRatchet.NEW));
    }

    /** One with a key of its own that no Main System knows yet. */
    public static Stick make(String moduleId) {
        return new Stick(UUID.randomUUID(), moduleId, SigningKey.generate(RANDOM));
    }

    public String moduleName() {
        return "Stick " + moduleId;
    }

    /** Opens a session (docs/protocol.md §3) and returns its bearer token. */
    public String token(Http anonymous) throws IOException {
        String challenge =
                anonymous.post("/api/v1/stick/session-challenges", new byte[0]).string("challenge");
        StickRatchet begun = ratchet.updateAndGet(it -> it.begin(() -> RequestId.fresh(RANDOM)));
        byte[] request =
                new SessionRequest(
                                new ModuleId(moduleId),
                                challenge,
                                begun.claim(false),
                                Optional.empty())
                        .sign(key)
                        .encode();
        JsonObject session = anonymous.post("/api/v1/stick/sessions", request);
        ratchet.set(begun.answered(session.integer("epoch"), session.string("epoch_nonce")));
        return session.string("token");
    }

    /** The body of a check-in (docs/protocol.md §4); always the same, as most check-ins are. */
    public static byte[] checkIn() {
        JsonBuilder component =
                new JsonBuilder()
                        .put("component", "music-player")
                        .put("release_id", new UUID(0, 1))
                        .put("version", 1)
                        .put("local_changes", 0);
        return Json.write(
                new JsonBuilder()
                        .put("agent_version", AGENT_VERSION)
                        .put("installed", List.of(component), JsonBuilder::build)
                        .put("free_bytes", 12_345_678_900L)
                        .put("clock", Instant.EPOCH)
                        .build());
    }

    Contributor contributor() {
        return new Contributor(new ModuleId(moduleId), new ModuleName(moduleName()));
    }
}
