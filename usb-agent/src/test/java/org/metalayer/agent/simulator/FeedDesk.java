package org.metalayer.agent.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.message.Withdrawal;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.model.Hashes;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.TargetFile;

/** The feed (docs/protocol.md §7). */
public final class FeedDesk {

    private final Blobs blobs;
    private final SimulatedTrust trust;
    private final InstantSource clock;
    private final Map<UUID, DeploymentEntry> entries = new HashMap<>();
    private final List<Withdrawal> withdrawn = new ArrayList<>();
    private long sequence;
    private String tag = "";
    private Published published;

    FeedDesk(Blobs blobs, SimulatedTrust trust, InstantSource clock) {
        this.blobs = blobs;
        this.trust = trust;
        this.clock = clock;
        this.published = issue();
    }

    /** Publishes a release, signed by whom it takes, without a rollout. */
    public byte[] publish(ReleaseDocument release) {
        byte[] document = Json.write(release.write());
        publish(release, document);
        return document;
    }

    /** Publishes any bytes as a release. */
    public void publish(ReleaseDocument release, byte[] document) {
        publish(ReleaseRole.of(release.component(), release.files()), release, document);
    }

    /** Publishes a release under a role. */
    public synchronized void publish(ReleaseRole role, ReleaseDocument release, byte[] document) {
        trust.list(
                role.roleName(),
                role.targetPath(release.component(), release.releaseId()),
                TargetFile.of(document, custom(release)),
                document);
        published = issue();
    }

    /** Nobody vouches for a release any more. */
    public synchronized void unlist(ReleaseDocument release) {
        ReleaseRole role = ReleaseRole.of(release.component(), release.files());
        trust.unlist(role.roleName(), role.targetPath(release.component(), release.releaseId()));
        published = issue();
    }

    /** Rolls a release out whose document has another length, by the word of all who sign. */
    public synchronized DeploymentEntry rollOut(ReleaseDocument release, long length) {
        byte[] document = Json.write(release.write());
        DeploymentEntry entry = Entries.toEveryone(release, document);
        trust.list(
                ReleaseRole.of(release.component(), release.files()).roleName(),
                entry.target().orElseThrow().path(),
                new TargetFile(length, Hashes.of(Sha256.of(document)), custom(release)),
                document);
        DeploymentEntry aimed = Entries.ofLength(entry, length);
        put(aimed);
        return aimed;
    }

    private static JsonObject custom(ReleaseDocument release) {
        return new ReleaseTarget(
                        release.releaseId(), release.component(), release.version(), List.of())
                .write();
    }

    /** Rolls a release out to every stick: its draw is below the bound. */
    public DeploymentEntry rollOut(ReleaseDocument release) {
        return rollOut(release, entry -> entry);
    }

    /** Rolls a release out in a way of its own. */
    public synchronized DeploymentEntry rollOut(
            ReleaseDocument release, UnaryOperator<DeploymentEntry> change) {
        DeploymentEntry entry = change.apply(Entries.toEveryone(release, publish(release)));
        put(entry);
        return entry;
    }

    /** Adds or replaces a rollout. */
    public synchronized void put(DeploymentEntry entry) {
        entries.put(entry.rolloutId(), entry);
        published = issue();
    }

    /** Halts a rollout: its release must be left. */
    public synchronized void withdraw(DeploymentEntry entry, String reason) {
        entries.remove(entry.rolloutId());
        withdrawn.add(
                new Withdrawal(
                        entry.releaseId(),
                        entry.component(),
                        entry.version(),
                        entry.rolloutId(),
                        reason));
        published = issue();
    }

    /** What is served now. */
    public synchronized Published published() {
        return published;
    }

    /** Serves what was published at another time. */
    public synchronized void serve(Published other) {
        published = other;
    }

    /** Has the director name another document, whatever the rollouts are. */
    public synchronized void direct(DeploymentManifest document) {
        published = signed(document);
    }

    /** Signs all anew, with other keys for one role; with none, as it has to be. */
    public synchronized void publishForged(RoleName role, SigningKey... keys) {
        trust.forge(role, keys);
        published = issue();
    }

    /** Signs all anew, the snapshot saying something else of the roles than is so. */
    public synchronized void publishMisnamed(UnaryOperator<Map<String, MetaFile>> change) {
        trust.misname(change);
        published = issue();
    }

    /** Lists a release under a role's paths, by a role that is only called like the right one. */
    public synchronized void smuggle(
            ReleaseRole through, ReleaseDocument release, byte[] document, SigningKey key) {
        ReleaseRole right = ReleaseRole.of(release.component(), release.files());
        smuggle(through, right.roleName(), release, document, key);
    }

    /** Lists a release under a role's paths, by a role of any name. */
    public synchronized void smuggle(
            ReleaseRole through,
            RoleName name,
            ReleaseDocument release,
            byte[] document,
            SigningKey key) {
        String path = through.targetPath(release.component(), release.releaseId());
        trust.list(name, path, TargetFile.of(document, custom(release)), document);
        trust.smuggle(through, name, key);
        put(Entries.at(Entries.toEveryone(release, document), path));
    }

    /** The keepers replace the keys of one role, as after a theft. */
    public synchronized void replaceKeys(RoleName role, int count) {
        trust.replaceKeys(role, count);
        published = issue();
    }

    /** The keepers name one more key for one role. */
    public synchronized void addKey(RoleName role) {
        trust.addKey(role);
        published = issue();
    }

    /** Has only these keys say what time it is; with none, those that have to. */
    public synchronized void timekeepers(SigningKey... keys) {
        trust.timekeepers(List.of(keys));
    }

    /** A key that signs for a role, to be misused for another. */
    public SigningKey keyOf(RoleName role) {
        return trust.keyOf(role);
    }

    /** Somebody on the line writes this tag onto all answers; empty for nobody. */
    public synchronized void tagEverything(String other) {
        tag = other;
    }

    /** The number of the newest manifest. */
    public synchronized long sequence() {
        return sequence;
    }

    synchronized Response handle(Exchange exchange) {
        String path = exchange.path();
        if (path.startsWith("/feed/v1/metadata/")) {
            return file(published.metadata().get(exchange.encodedLastName()), exchange);
        }
        if (path.startsWith("/feed/v1/targets/")) {
            String name = path.substring("/feed/v1/targets/".length());
            return file(published.targets().get(name), exchange);
        }
        return blobs.get(new Sha256(exchange.lastName()))
                .map(blob -> range(blob, exchange))
                .orElseGet(FeedDesk::unknown);
    }

    private Response file(byte @Nullable [] bytes, Exchange exchange) {
        if (bytes == null) {
            return unknown();
        }
        String etag = tag.isEmpty() ? '"' + Sha256.of(bytes).hex() + '"' : tag;
        Optional<String> known = exchange.header("If-None-Match");
        return known.filter(any -> any.equals(etag) || any.equals("*")).isPresent()
                ? Response.of(304, new byte[0])
                : Response.of(200, bytes).with("ETag", etag);
    }

    private static Response unknown() {
        return Response.problem(404, "not-found", "there is no such file");
    }

    private static Response range(byte[] blob, Exchange exchange) {
        String range = exchange.header("Range").orElse("");
        if (!range.matches("bytes=[0-9]+-")) {
            return Response.of(200, blob);
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        if (from >= blob.length) {
            return Response.problem(416, "range-not-satisfiable", "the file ends before");
        }
        return Response.of(206, Arrays.copyOfRange(blob, from, blob.length))
                .with(
                        "Content-Range",
                        "bytes %s-%s/%s".formatted(from, blob.length - 1, blob.length));
    }

    private Published issue() {
        sequence++;
        return signed(
                new DeploymentManifest(
                        sequence, Instant.now(), List.copyOf(entries.values()), withdrawn));
    }

    private Published signed(DeploymentManifest document) {
        byte[] bytes = Json.write(document.write());
        trust.list(
                Director.ROLE,
                Director.MANIFEST,
                TargetFile.of(bytes, new JsonBuilder().build()),
                bytes);
        return trust.publish(clock.instant());
    }
}
