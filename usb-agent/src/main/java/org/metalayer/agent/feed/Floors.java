package org.metalayer.agent.feed;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.Withdrawal;

/**
 * The lowest version of each component that is still installed, as far as one was ever demanded: a
 * director that forgets a floor does not lower it. Only the withdrawal of the very release that it
 * stands for does, which everybody sees: otherwise there would be nothing left to go back to.
 */
public record Floors(Map<ComponentName, Long> lowest) {

    static final Floors NONE = new Floors(Map.of());

    public Floors {
        lowest = Collections.unmodifiableMap(new TreeMap<>(lowest));
    }

    long of(ComponentName component) {
        return lowest.getOrDefault(component, 1L);
    }

    /** Those of a newer manifest for sticks of this kind, and of these what still stands. */
    Floors after(DeploymentManifest newer) {
        Map<ComponentName, Long> merged = new HashMap<>(lowest);
        for (Withdrawal withdrawal : newer.withdrawn()) {
            merged.remove(withdrawal.component(), withdrawal.version());
        }
        for (DeploymentEntry entry : newer.entries()) {
            entry.target()
                    .filter(target -> target.floor() > 1)
                    .filter(target -> HardwareClass.fits(target.hardwareClasses()))
                    .ifPresent(
                            target -> merged.merge(entry.component(), target.floor(), Math::max));
        }
        return new Floors(merged);
    }

    static Floors read(JsonObject json) {
        Map<ComponentName, Long> lowest = new HashMap<>();
        json.members()
                .keySet()
                .forEach(name -> lowest.put(new ComponentName(name), json.integer(name)));
        return new Floors(lowest);
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder();
        lowest.forEach((component, version) -> json.put(component.value(), version));
        return json.build();
    }
}
