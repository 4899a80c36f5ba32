package org.metalayer.agent.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPackReader;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.message.UpgradeReport;

/** Upgrade reports and their files (docs/protocol.md §5). */
public final class ReportDesk {

    private final Blobs blobs;
    private final Map<UUID, UpgradeReport> reports = new LinkedHashMap<>();
    private final Map<UUID, byte[]> envelopes = new HashMap<>();
    private final Map<UUID, Response> pauses = new HashMap<>();
    private final Map<UUID, String> decisions = new HashMap<>();
    private final Map<Sha256, ByteArrayOutputStream> partial = new HashMap<>();
    private final List<Integer> pieces = new ArrayList<>();
    private Optional<Refusal> refusal = Optional.empty();
    private int unstored;

    ReportDesk(Blobs blobs) {
        this.blobs = blobs;
    }

    /** All reports, complete or not, in the order in which they first came. */
    public synchronized List<UpgradeReport> all() {
        return List.copyOf(reports.values());
    }

    /** Reports that have all their files. */
    public synchronized List<UpgradeReport> complete() {
        return reports.values().stream().filter(report -> missing(report).isEmpty()).toList();
    }

    /** The sizes of the pieces of large files that arrived. */
    public synchronized List<Integer> pieces() {
        return List.copyOf(pieces);
    }

    /** Fails to store the next large file after its last byte came. */
    public synchronized void failToStore() {
        unstored++;
    }

    /** Has the first bytes of something else in a large file's place. */
    public synchronized void have(Sha256 digest, byte[] others) {
        partial.computeIfAbsent(digest, unknown -> new ByteArrayOutputStream()).writeBytes(others);
    }

    /** Refuses every new report. */
    public synchronized void refuse(int status, String slug, String detail) {
        refusal = Optional.of(new Refusal(status, slug, detail));
    }

    /** Puts a report off whenever it comes. */
    public synchronized void postpone(UUID reportId, int status, String slug, Duration pause) {
        pauses.put(reportId, Response.problem(status, slug, "later").retryAfter(pause));
    }

    /** Takes everything again. */
    public synchronized void postponeNothing() {
        pauses.clear();
    }

    /** Decides a report. */
    public synchronized void decide(UUID reportId, String state) {
        decisions.put(reportId, state);
    }

    synchronized Response handle(StickDesk.Stick stick, Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.equals("/api/v1/stick/upgrade-reports")) {
            return take(stick, exchange.body());
        }
        if (path.startsWith("/api/v1/stick/upgrade-reports/")) {
            return answer(200, UUID.fromString(exchange.lastName()));
        }
        if (path.equals("/api/v1/stick/blobs")) {
            return takePack(exchange.body());
        }
        return large(exchange, new Sha256(exchange.lastName()));
    }

    private Response take(StickDesk.Stick stick, byte[] body) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        UpgradeReport report = UpgradeReport.verify(Envelope.parse(body), stick.key());
        if (pauses.containsKey(report.reportId())) {
            throw new Refusal(pauses.get(report.reportId()));
        }
        byte[] before = envelopes.putIfAbsent(report.reportId(), body);
        if (before != null && !Arrays.equals(before, body)) {
            throw new Refusal(409, "report-replayed", "this report was sent with other bytes");
        }
        reports.put(report.reportId(), report);
        return answer(before == null ? 201 : 200, report.reportId());
    }

    private Response takePack(byte[] body) throws IOException {
        BlobPackReader reader = new BlobPackReader(new ByteArrayInputStream(body));
        int stored = 0;
        for (var blob = reader.next(); blob.isPresent(); blob = reader.next()) {
            byte[] bytes = new byte[blob.get().bytes().remaining()];
            blob.get().bytes().get(bytes);
            requireAwaited(blob.get().digest());
            blobs.put(bytes);
            stored++;
        }
        return Response.json(200, new JsonBuilder().put("stored", stored).build());
    }

    private Response large(Exchange exchange, Sha256 digest) throws IOException {
        requireAwaited(digest);
        ByteArrayOutputStream file =
                partial.computeIfAbsent(digest, unknown -> new ByteArrayOutputStream());
        if (exchange.method().equals("PATCH")) {
            byte[] piece = exchange.body();
            String offset = exchange.header("Upload-Offset").orElse("");
            if (!offset.equals(String.valueOf(file.size()))) {
                return Response.problem(409, "wrong-offset", "go on at " + file.size())
                        .with("Upload-Offset", String.valueOf(file.size()));
            }
            file.writeBytes(piece);
            pieces.add(piece.length);
            if (Sha256.of(file.toByteArray()).equals(digest)) {
                if (unstored > 0) {
                    unstored--;
                    return Response.problem(503, "busy", "it was not stored");
                }
                blobs.put(file.toByteArray());
            } else if (file.size() >= declaredSize(digest)) {
                partial.remove(digest);
                return Response.problem(422, "digest-mismatch", "it was dropped");
            }
        }
        return Response.of(exchange.method().equals("HEAD") ? 200 : 204, new byte[0])
                .with("Upload-Offset", String.valueOf(file.size()))
                .with("Upload-Complete", blobs.has(digest) ? "?1" : "?0");
    }

    private long declaredSize(Sha256 digest) {
        return reports.values().stream()
                .flatMap(report -> report.files().entries().stream())
                .filter(entry -> entry.sha256().equals(digest))
                .mapToLong(FileEntry::size)
                .findFirst()
                .orElseThrow();
    }

    private void requireAwaited(Sha256 digest) {
        if (reports.values().stream().noneMatch(it -> it.files().digests().contains(digest))) {
            throw new Refusal(404, "not-awaited", "no report needs " + digest);
        }
    }

    private Response answer(int status, UUID reportId) {
        UpgradeReport report = reports.get(reportId);
        if (report == null) {
            throw new Refusal(404, "unknown-report", "no report " + reportId);
        }
        List<Sha256> missing = missing(report);
        String state = missing.isEmpty() ? "pending" : "awaiting_files";
        return Response.json(
                status,
                new JsonBuilder()
                        .put("report_id", reportId)
                        .put("state", decisions.getOrDefault(reportId, state))
                        .strings("missing", missing, Sha256::hex)
                        .strings("reasons", List.of("because"), reason -> reason)
                        .build());
    }

    private List<Sha256> missing(UpgradeReport report) {
        return report.files().digests().stream().filter(digest -> !blobs.has(digest)).toList();
    }
}
