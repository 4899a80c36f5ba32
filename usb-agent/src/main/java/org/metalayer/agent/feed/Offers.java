package org.metalayer.agent.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.Withdrawal;
import org.metalayer.protocol.trust.NamedTarget;

/**
 * What the deployment manifest means for one stick. Nothing is decided by anyone else: the stick
 * works out its own place.
 *
 * @param entries per component the releases that this stick is in the ring of, that are higher than
 *     what it has, run on this computer, have begun and are not withdrawn; the highest first
 * @param withdrawn per component the withdrawal of the release it runs
 */
public record Offers(
        SortedMap<ComponentName, List<DeploymentEntry>> entries,
        SortedMap<ComponentName, Withdrawal> withdrawn) {

    /** The releases of one component, the highest first. */
    public List<DeploymentEntry> on(ComponentName component) {
        return entries.getOrDefault(component, List.of());
    }

    /**
     * What of it is for this stick.
     *
     * @param now the best time that is known
     */
    public static Offers of(
            Directions directions,
            UUID stickId,
            Map<ComponentName, Installed> installed,
            Instant now) {
        DeploymentManifest manifest = directions.manifest();
        Set<UUID> gone = new HashSet<>();
        manifest.withdrawn().forEach(withdrawal -> gone.add(withdrawal.releaseId()));
        SortedMap<ComponentName, List<DeploymentEntry>> entries = new TreeMap<>();
        for (DeploymentEntry entry : highestFirst(manifest.entries())) {
            boolean higher =
                    Optional.ofNullable(installed.get(entry.component()))
                            .map(has -> has.version() < entry.version())
                            .orElse(true);
            boolean fits =
                    entry.target()
                            .filter(target -> HardwareClass.fits(target.hardwareClasses()))
                            .isPresent();
            boolean isAbove = entry.version() >= directions.floors().of(entry.component());
            if (higher
                    && fits
                    && isAbove
                    && hasBegun(entry, manifest, now)
                    && entry.reaches(stickId)
                    && !gone.contains(entry.releaseId())) {
                entries.computeIfAbsent(entry.component(), first -> new ArrayList<>()).add(entry);
            }
        }
        SortedMap<ComponentName, Withdrawal> withdrawn = new TreeMap<>();
        for (Withdrawal withdrawal : manifest.withdrawn()) {
            Installed has = installed.get(withdrawal.component());
            if (has != null && has.releaseId().equals(withdrawal.releaseId())) {
                withdrawn.put(withdrawal.component(), withdrawal);
            }
        }
        return new Offers(entries, withdrawn);
    }

    /** The director knew what time it was, also where a stick does not. */
    private static boolean hasBegun(
            DeploymentEntry entry, DeploymentManifest manifest, Instant now) {
        Instant latest = manifest.issuedAt().isAfter(now) ? manifest.issuedAt() : now;
        return entry.target()
                .flatMap(NamedTarget::notBefore)
                .filter(start -> start.isAfter(latest))
                .isEmpty();
    }

    private static List<DeploymentEntry> highestFirst(List<DeploymentEntry> entries) {
        List<DeploymentEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(DeploymentEntry::version).reversed());
        return sorted;
    }
}
