package org.metalayer.server.catalog;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.trust.ReleaseRole;

/** A release with its document, which is only read where it is asked for. */
@Entity
@Immutable
@Table(name = "release")
class ReleaseEntity {

    @Id private UUID id;
    private String component;
    private int version;
    private UpgradeType type;
    private String description;
    private List<String> features;
    private List<UUID> parents;
    private List<String> changedPaths;
    private List<String> hardwareClasses;
    private UUID reportId;
    private UUID stickId;
    private String moduleId;
    private String moduleName;
    private int fileCount;
    private long totalBytes;
    private String payloadSha256;

    @Basic(fetch = FetchType.LAZY)
    private byte[] document;

    @Formula("(select p.role from release_publication p where p.release_id = id)")
    private String role;

    @Formula("(select p.length from release_publication p where p.release_id = id)")
    private long documentLength;

    @Formula("(select p.state from release_publication p where p.release_id = id)")
    private String publication;

    @Formula("exists (select 1 from release_withdrawal w where w.release_id = id)")
    private boolean withdrawn;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected ReleaseEntity() {}

    ReleaseEntity(Release release, byte[] document) {
        this.id = release.id();
        this.component = release.component().value();
        this.version = release.version();
        this.type = release.type();
        this.description = release.description();
        this.features = release.features();
        this.parents = release.parents();
        this.changedPaths = release.changedPaths().stream().map(RelativePath::value).toList();
        this.hardwareClasses = release.hardwareClasses();
        this.reportId = release.reportId();
        this.stickId = release.stickId();
        this.moduleId = release.contributor().moduleId().value();
        this.moduleName = release.contributor().moduleName().value();
        this.fileCount = release.fileCount();
        this.totalBytes = release.totalBytes();
        this.payloadSha256 = release.payloadSha256().hex();
        this.role = release.role().wire();
        this.documentLength = release.documentLength();
        this.publication = release.publication().wire();
        this.document = document.clone();
        this.createdAt = release.createdAt();
    }

    /** The release document: the target that its role lists. */
    byte[] document() {
        return document.clone();
    }

    Release toRecord() {
        return new Release(
                id,
                new ComponentName(component),
                version,
                type,
                description,
                features,
                parents,
                changedPaths.stream().map(RelativePath::new).toList(),
                hardwareClasses,
                reportId,
                stickId,
                new Contributor(new ModuleId(moduleId), new ModuleName(moduleName)),
                fileCount,
                totalBytes,
                new Sha256(payloadSha256),
                ReleaseRole.parse(role),
                documentLength,
                PublicationState.parse(publication),
                withdrawn,
                createdAt);
    }
}
