package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.model.Hashes;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.catalog.trust.TargetSource;
import org.metalayer.server.catalog.trust.TrustRole;
import org.metalayer.server.platform.LiveEvents;

/** Lists releases in the metadata of their roles: those that a stick may still install. */
@ApplicationScoped
class ReleaseTargets implements TargetSource {

    private static final Logger LOG = Logger.getLogger(ReleaseTargets.class);

    /** Keeps the metadata of a role below what sticks accept, however many components there are. */
    static final int MOST = 5000;

    @Inject ReleaseTargetQueries queries;
    @Inject ReleasesInUse inUse;
    @Inject ReleaseRepository releases;
    @Inject PublicationRepository publications;
    @Inject Feed feed;
    @Inject LiveEvents live;

    /** Targets that were seen to lie in the feed. */
    private final Set<String> placed = ConcurrentHashMap.newKeySet();

    /** Roles that have more to list than they may. */
    private final Set<TrustRole> crowded = ConcurrentHashMap.newKeySet();

    @Override
    public boolean speaksFor(TrustRole role) {
        return role(role).isPresent();
    }

    @Override
    public Map<String, TargetFile> wanted(TrustRole role) {
        ReleaseRole signer = role(role).orElseThrow();
        Map<String, TargetFile> wanted = new TreeMap<>();
        List<ReleaseTargetQueries.Listed> all = queries.of(signer, inUse.releasesInUse(), MOST + 1);
        note(role, all.size() > MOST);
        for (ReleaseTargetQueries.Listed listed : all.subList(0, Math.min(all.size(), MOST))) {
            wanted.put(
                    signer.targetPath(listed.component(), listed.id()),
                    new TargetFile(
                            listed.length(),
                            Hashes.of(listed.digest()),
                            new ReleaseTarget(
                                            listed.id(),
                                            listed.component(),
                                            listed.version(),
                                            listed.hardwareClasses())
                                    .write()));
        }
        return wanted;
    }

    /** That sticks cannot install all that is not withdrawn, in words for people, if it is so. */
    Optional<String> trouble() {
        return crowded.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        crowded.stream()
                                .sorted()
                                .map(ReleaseTargets::crowded)
                                .collect(Collectors.joining("; ")));
    }

    private static String crowded(TrustRole role) {
        return ("%s lists no more than %,d releases, and there are more: the oldest of components"
                    + " that have several are left out; halt rollouts whose releases nobody needs")
                .formatted(role.wire(), MOST);
    }

    private void note(TrustRole role, boolean isCrowded) {
        if (!isCrowded) {
            crowded.remove(role);
        } else if (crowded.add(role)) {
            LOG.warn(crowded(role));
        }
    }

    @Override
    public void published(TrustRole role, Targets targets) {
        Set<UUID> listed = new HashSet<>();
        targets.targets()
                .values()
                .forEach(target -> listed.add(ReleaseTarget.read(target.custom()).releaseId()));
        for (PublicationEntity awaiting : publications.awaiting(listed)) {
            awaiting.publish();
            live.publish("release", awaiting.releaseId());
        }
    }

    @Override
    @Transactional
    public void place(TrustRole role, Targets targets) {
        targets.targets()
                .forEach((path, file) -> {
                    if (!placed.contains(path)) {
                        place(path, file);
                        placed.add(path);
                    }
                });
    }

    /** Puts back the documents of whole releases, and takes away those of others. */
    void mend(Predicate<UUID> isWhole) {
        for (ReleaseRole role : ReleaseRole.values()) {
            wanted(TrustRole.of(role))
                    .forEach((path, file) -> {
                        UUID release = ReleaseTarget.read(file.custom()).releaseId();
                        if (isWhole.test(release)) {
                            place(path, file);
                        } else {
                            LOG.warnf("Release %s is not whole: it is not served.", release);
                            feed.retractTarget(path, file);
                        }
                    });
        }
    }

    private void place(String path, TargetFile file) {
        if (!feed.hasTarget(path, file)) {
            UUID release = ReleaseTarget.read(file.custom()).releaseId();
            releases.document(release)
                    .ifPresent(document -> feed.publishTarget(path, file, document));
        }
    }

    private static Optional<ReleaseRole> role(TrustRole role) {
        return Arrays.stream(ReleaseRole.values())
                .filter(each -> TrustRole.of(each) == role)
                .findFirst();
    }
}
