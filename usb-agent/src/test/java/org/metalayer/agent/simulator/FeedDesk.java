package org.metalayer.agent.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.message.Withdrawal;

/** The feed (docs/protocol.md §7). */
public final class FeedDesk {

    private final Blobs blobs;
    private final SigningKey releaseKey;
    private final SigningKey directorKey;
    private final Map<UUID, byte[]> releases = new HashMap<>();
    private final Map<UUID, DeploymentEntry> entries = new HashMap<>();
    private final List<Withdrawal> withdrawn = new ArrayList<>();
    private long sequence;
    private byte[] manifest;

    FeedDesk(Blobs blobs, SigningKey releaseKey, SigningKey directorKey) {
        this.blobs = blobs;
        this.releaseKey = releaseKey;
        this.directorKey = directorKey;
        this.manifest = issue();
    }

    /** Signs and publishes a release, without a rollout. */
    public synchronized Sha256 publish(ReleaseDocument release) {
        byte[] payload = Json.write(release.write());
        publish(release.releaseId(), Envelope.sign(PayloadType.RELEASE, payload, releaseKey));
        return Sha256.of(payload);
    }

    /** Signs any bytes as a release. */
    public void publishSigned(UUID releaseId, byte[] payload) {
        publish(releaseId, Envelope.sign(PayloadType.RELEASE, payload, releaseKey));
    }

    /** Puts any document in a release's place. */
    public synchronized void publish(UUID releaseId, Envelope envelope) {
        releases.put(releaseId, envelope.encode());
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
        manifest = issue();
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
        manifest = issue();
    }

    /** The envelope that is served now. */
    public synchronized byte[] manifest() {
        return manifest.clone();
    }

    /** Serves any bytes in the manifest's place. */
    public synchronized void serve(byte[] envelope) {
        manifest = envelope.clone();
    }

    /** Signs a manifest as the director, but does not serve it. */
    public byte[] signed(DeploymentManifest document) {
        return Envelope.sign(
                        PayloadType.DEPLOYMENT_MANIFEST, Json.write(document.write()), directorKey)
                .encode();
    }

    /** The same document, signed by whichever of the two keys must not sign it. */
    public Envelope signedByTheOtherKey(PayloadType type, byte[] payload) {
        return Envelope.sign(type, payload, type == PayloadType.RELEASE ? directorKey : releaseKey);
    }

    /** The number of the newest manifest. */
    public synchronized long sequence() {
        return sequence;
    }

    synchronized Response handle(Exchange exchange) {
        String path = exchange.path();
        if (path.equals("/feed/v1/deployment-manifest")) {
            String etag = '"' + Sha256.of(manifest).hex() + '"';
            return exchange.header("If-None-Match").filter(etag::equals).isPresent()
                    ? Response.of(304, new byte[0])
                    : Response.of(200, manifest).with("ETag", etag);
        }
        if (path.startsWith("/feed/v1/releases/")) {
            byte[] release = releases.get(UUID.fromString(exchange.lastName()));
            return release == null ? unknown() : Response.of(200, release);
        }
        return blobs.get(new Sha256(exchange.lastName()))
                .map(blob -> range(blob, exchange))
                .orElseGet(FeedDesk::unknown);
    }

    private static Response unknown() {
        return Response.problem(404, "not-found", "there is no such artifact");
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

    private byte[] issue() {
        sequence++;
        return signed(
                new DeploymentManifest(
                        sequence, Instant.now(), List.copyOf(entries.values()), withdrawn));
    }
}
