package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.message.Withdrawal;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;

/** The catalog's door: components, releases, lineage. */
@ApplicationScoped
@Transactional
public class Catalog {

    @Inject ReleaseRepository releases;
    @Inject Components components;
    @Inject WithdrawalRepository withdrawals;
    @Inject PublicationRepository publications;
    @Inject ReleasePublisher publisher;
    @Inject FeedRepair repair;
    @Inject ReleaseTargets targets;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /** Makes an approved report the next version of its component, its files fetchable. */
    public Release publish(NewRelease approved) {
        return publisher.publish(approved);
    }

    /** Takes a release back for good; taking it back again changes nothing. */
    public void withdraw(UUID releaseId, UUID rolloutId, String reason) {
        if (withdrawals.findByIdOptional(releaseId).isEmpty()) {
            withdrawals.persist(
                    new WithdrawalEntity(
                            releases.findById(releaseId), rolloutId, reason, clock.instant()));
            publications.findById(releaseId).withdraw();
        }
        live.publish("release", releaseId);
    }

    /** Every release that was taken back, oldest first. */
    public List<Withdrawal> withdrawals() {
        return withdrawals.all();
    }

    /** The newest release of a component that is not withdrawn. */
    public Optional<Release> head(ComponentName component) {
        return releases.heads(List.of(component.value())).stream().findFirst();
    }

    public Optional<Release> find(UUID releaseId) {
        return releases.find(List.of(releaseId)).stream().findFirst();
    }

    /** Those of the releases that exist, in no particular order. */
    public List<Release> find(Collection<UUID> releaseIds) {
        return releases.find(releaseIds);
    }

    /** All files of a release. */
    public FileManifest files(UUID releaseId) {
        byte[] document =
                releases.document(releaseId)
                        .orElseThrow(() -> new NoSuchThingException("release " + releaseId));
        return ReleaseDocument.read(Json.parseObject(document)).files();
    }

    /** Why sticks cannot fetch some releases, or not whole, in words for people. */
    public List<String> troubles() {
        return Stream.of(repair.trouble(), targets.trouble()).flatMap(Optional::stream).toList();
    }

    /** All releases of a component, newest first. */
    public List<Release> lineage(ComponentName component) {
        return releases.lineage(component);
    }

    /** Newest first, of one component or of all. */
    public Page<Release> page(@Nullable String component, PageRequest request) {
        return releases.page(component, request);
    }

    public Optional<Component> component(ComponentName name) {
        return components.find(name);
    }

    /** In the order of their names; {@code after} is the last name of the page before. */
    public Page<Component> components(int limit, @Nullable String after) {
        return components.page(limit, after);
    }
}
