package org.metalayer.agent.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

/**
 * What the deployment manifest means for one stick. Nothing is decided by anyone else: the stick
 * works out its own place.
 *
 * @param entries per component the releases that this stick is in the ring of, that are higher than
 *     what it has, run on this computer and are not withdrawn; the highest first
 * @param withdrawn per component the withdrawal of the release it runs
 */
public record Offers(
        SortedMap<ComponentName, List<DeploymentEntry>> entries,
        SortedMap<ComponentName, Withdrawal> withdrawn) {

    /** The releases of one component, the highest first. */
    public List<DeploymentEntry> on(ComponentName component) {
        return entries.getOrDefault(component, List.of());
    }

    public static Offers of(
            DeploymentManifest manifest, UUID stickId, Map<ComponentName, Installed> installed) {
        Map<ComponentName, Long> floors = floors(manifest);
        Set<UUID> gone = new HashSet<>();
        manifest.withdrawn().forEach(withdrawal -> gone.add(withdrawal.releaseId()));
        SortedMap<ComponentName, List<DeploymentEntry>> entries = new TreeMap<>();
        for (DeploymentEntry entry : highestFirst(manifest.entries())) {
            boolean higher =
                    Optional.ofNullable(installed.get(entry.component()))
                            .map(has -> has.version() < entry.version())
                            .orElse(true);
            boolean fits =
                    entry.target().filter(target -> runsHere(target.hardwareClasses())).isPresent();
            boolean isAbove = entry.version() >= floors.getOrDefault(entry.component(), 1L);
            if (higher
                    && fits
                    && isAbove
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

    /** Nothing below is installed any more, whatever else is named. */
    private static Map<ComponentName, Long> floors(DeploymentManifest manifest) {
        Map<ComponentName, Long> floors = new HashMap<>();
        for (DeploymentEntry entry : manifest.entries()) {
            entry.target()
                    .ifPresent(
                            target -> floors.merge(entry.component(), target.floor(), Math::max));
        }
        return floors;
    }

    private static boolean runsHere(List<String> hardwareClasses) {
        return hardwareClasses.isEmpty()
                || hardwareClasses.contains(HardwareClass.OF_THIS_COMPUTER);
    }

    private static List<DeploymentEntry> highestFirst(List<DeploymentEntry> entries) {
        List<DeploymentEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(DeploymentEntry::version).reversed());
        return sorted;
    }
}
