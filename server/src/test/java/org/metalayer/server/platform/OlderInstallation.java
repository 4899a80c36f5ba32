package org.metalayer.server.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.ReleaseDocument;

/** What version 16 of the schema held of a small fleet with some history. */
record OlderInstallation(Sql sql) {

    /** Content, and what supersedes it; a program; the system. The second one was taken back. */
    static final List<OlderRelease> RELEASES =
            List.of(
                    OlderRelease.of("music-player", 1, FileMode.PLAIN),
                    OlderRelease.of("music-player", 2, FileMode.PLAIN),
                    OlderRelease.of("tool", 1, FileMode.EXECUTABLE),
                    OlderRelease.of("os", 1, FileMode.PLAIN));

    static final DeploymentManifest MANIFEST =
            new DeploymentManifest(17, Instant.parse("2026-01-02T00:00:00Z"), List.of(), List.of());

    void insert() {
        people();
        for (OlderRelease release : RELEASES) {
            insert(release);
        }
        sql.update(
                """
                INSERT INTO release_withdrawal (release_id, rollout_id, reason, withdrawn_at)
                SELECT release_id, id, 'it crashes', now() FROM rollout WHERE release_id = ?\
                """,
                RELEASES.get(1).document().releaseId());
        sql.update(
                "INSERT INTO deployment_manifest VALUES (17, ?, ?, now())",
                Sha256.of(new byte[0]).hex(),
                OlderRelease.envelope("deployment-manifest", MANIFEST.write()));
    }

    private void people() {
        sql.update("INSERT INTO signing_key VALUES ('release', ?, now())", new byte[32]);
        sql.update("INSERT INTO signing_key VALUES ('director', ?, now())", new byte[32]);
        sql.update(
                """
                INSERT INTO operator (id, username, password_hash, role, created_at, disabled_at)
                VALUES (gen_random_uuid(), 'admin', '', 'administrator', now(), NULL),
                       (gen_random_uuid(), 'left', '', 'operator', now(), now())\
                """);
        sql.update(
                """
                INSERT INTO stick (id, module_id, module_name, public_key, key_id, state, test_stick,
                  hardware_class, agent_version, usb, enrolled_at, changed_at)
                VALUES (?, 'usb_001', 'Küche', 'key', 'id', 'ACCEPTED', true, 'linux-amd64', '0.1.0',
                  '{}', now(), now())\
                """,
                OlderRelease.STICK);
        sql.update("INSERT INTO presence VALUES (?, now(), 1000, NULL)", OlderRelease.STICK);
        sql.update(
                """
                INSERT INTO stick_warning VALUES (?, 'CLONED', '', true, 3, '', NULL, now(), now())\
                """,
                OlderRelease.STICK);
    }

    /** With its report, what was decided about that, and how it was rolled out. */
    private void insert(OlderRelease release) {
        ReleaseDocument document = release.document();
        UUID id = document.releaseId();
        String component = document.component().value();
        sql.update(
                """
                INSERT INTO component VALUES (?, ?, 1, now())
                ON CONFLICT (name) DO UPDATE SET release_count = component.release_count + 1\
                """,
                component,
                component);
        artifacts(document);
        sql.update(
                """
                INSERT INTO release (id, component, version, type, description, features, parents,
                  changed_paths, report_id, stick_id, module_id, module_name, file_count,
                  total_bytes, payload_sha256, signed_by, envelope, created_at)
                VALUES (?, ?, ?, 'feature', ?, ?, '{}', '{index.html}', ?, ?, 'usb_001', 'Küche', 2,
                  ?, ?, 'key', ?, ?)\
                """,
                id,
                component,
                (int) document.version(),
                document.description(),
                document.features(),
                document.reportId(),
                OlderRelease.STICK,
                document.files().totalSize(),
                Sha256.of(release.payload()).hex(),
                release.envelope(),
                document.createdAt());
        report(document);
        rollout(document);
    }

    private void artifacts(ReleaseDocument document) {
        for (FileEntry file : document.files().entries()) {
            sql.update(
                    """
                    INSERT INTO artifact (sha256, size, stored_at, released)
                    VALUES (?, ?, now(), true) ON CONFLICT DO NOTHING\
                    """,
                    file.sha256().hex(),
                    file.size());
        }
    }

    private void report(ReleaseDocument document) {
        sql.update(
                """
                INSERT INTO upgrade_report (id, stick_id, module_id, module_name, component, type,
                  description, features, claims, parents, first_changes, file_count, total_bytes,
                  envelope, payload_sha256, state, received_at, not_before, release_id, fed_at,
                  progress)
                SELECT report_id, stick_id, module_id, module_name, component, type, description,
                  features, '{"claims":[{"metric":"startup","factor":1.5}]}', parents,
                  '{"added":["index.html"],"modified":[],"removed":[]}', file_count, total_bytes,
                  envelope, payload_sha256, 'approved', created_at, created_at, id, created_at,
                  'deployed'
                FROM release WHERE id = ?\
                """,
                document.releaseId());
        sql.update(
                """
                INSERT INTO decision (id, report_id, component, verdict, impact, strategy, priority,
                  policy_version, policy_row, evidence, decided_by, decided_at)
                VALUES (gen_random_uuid(), ?, ?, 'approve', 'medium', 'STAGED', 'normal', 1, 2,
                  '{"score":40,"factors":[],"stages":[],"reasons":["policy 1, row 2"]}',
                  'Meta Layer', now())\
                """,
                document.reportId(),
                document.component().value());
    }

    private void rollout(ReleaseDocument document) {
        sql.update(
                """
                INSERT INTO rollout (id, version, component, release_id, release_version, strategy,
                  priority, state, reason, changed_by, seed, created_at)
                VALUES (gen_random_uuid(), 3, ?, ?, ?, 'STAGED', 'normal', 'running', 'started',
                  'Meta Layer', ?, now())\
                """,
                document.component().value(),
                document.releaseId(),
                (int) document.version(),
                new byte[32]);
        sql.update(
                """
                INSERT INTO ring (rollout_id, ordinal, name, selection, percent, opens_after_seconds,
                  max_failure_ratio, min_verified_ratio, max_silent_ratio, max_outstanding_ratio,
                  soak_seconds, state, total, verified)
                SELECT id, 1, '10 %', 'share', 10, 0, 0.05, 0.5, 0.5, 0.5, 3600, 'open', 1, 1
                FROM rollout WHERE release_id = ?\
                """,
                document.releaseId());
        sql.update(
                """
                INSERT INTO deployment
                SELECT id, ?, '0123456789abcdef', 1, false, 'verified', '', now()
                FROM rollout WHERE release_id = ?\
                """,
                OlderRelease.STICK,
                document.releaseId());
    }
}
