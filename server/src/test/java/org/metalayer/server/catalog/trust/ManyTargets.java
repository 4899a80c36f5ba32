package org.metalayer.server.catalog.trust;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.model.Hashes;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

/** Speaks for one role, as long as a test wants it, before whoever speaks for it otherwise. */
@Priority(1000)
@ApplicationScoped
public class ManyTargets implements TargetSource {

    /** Of so many classes each: one more would be more than sticks read. */
    public static final int MOST = 3_999;

    /** Makes fifty values of a release, with what surrounds them. */
    public static final int CLASSES = 41;

    private static final ComponentName LONG = new ComponentName("l".repeat(64));

    private Optional<TrustRole> role = Optional.empty();
    private Map<String, TargetFile> targets = Map.of();

    /**
     * Lists so many releases under the longest name that there is.
     *
     * @param classes of hardware that each of them names
     */
    public void list(TrustRole whose, int count, int classes) {
        role = Optional.of(whose);
        targets = targets(whose, 0, count, classes);
    }

    static Map<String, TargetFile> targets(TrustRole role, int first, int count, int classes) {
        Map<String, TargetFile> all = new TreeMap<>();
        for (int i = first; i < first + count; i++) {
            all.put(path(role, i), target(i, classes));
        }
        return all;
    }

    public void rest() {
        role = Optional.empty();
    }

    public static String path(TrustRole role, int number) {
        return "%s/%s/%s.json".formatted(role.wire(), LONG, new UUID(7, number));
    }

    private static TargetFile target(int number, int classes) {
        return new TargetFile(
                1_000_000,
                Hashes.of(Sha256.of(new byte[] {1})),
                new ReleaseTarget(
                                new UUID(7, number),
                                LONG,
                                1_000_000,
                                Collections.nCopies(classes, "x"))
                        .write());
    }

    @Override
    public boolean speaksFor(TrustRole each) {
        return role.filter(whose -> whose == each).isPresent();
    }

    @Override
    public Map<String, TargetFile> wanted(TrustRole whose) {
        return targets;
    }

    @Override
    public void place(TrustRole whose, Targets listed) {}
}
