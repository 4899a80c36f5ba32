package org.metalayer.acceptance.harness;

import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One rollout as operators see it. */
public record Rollout(Operator operator, String id) {
    /** The rollout of a version of a component, as soon as there is one. */
    public static Rollout of(Operator operator, String component, long version) {
        return new Rollout(operator, operator.rollout(component, version).text("id"));
    }

    public View view() throws IOException {
        return operator.view("/rollouts/" + id);
    }

    public List<View> rings() throws IOException {
        return view().list("rings");
    }

    public String releaseId() throws IOException {
        return view().text("release", "id");
    }

    /** What has become of it on one stick, which must be in it. */
    public View deployment(String moduleId) throws IOException {
        return operator.list("/rollouts/" + id + "/deployments", Map.of()).stream()
                .filter(deployment -> deployment.text("module_id").equals(moduleId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(moduleId + " is not in rollout " + id));
    }

    /** Waits for a state. */
    public View awaitState(String state) {
        return eventually(
                "rollout %s is %s".formatted(id, state),
                this::view,
                view -> view.text("state").equals(state));
    }

    /**
     * Waits until so many sticks have verified the release, in all rings together that are open or
     * were: the stick that it comes from may have verified it before its ring, the last one, opens.
     */
    public View awaitVerified(long sticks) {
        return eventually(
                "%d sticks have verified rollout %s".formatted(sticks, id),
                this::view,
                view -> verifiedInReachedRings(view) == sticks);
    }

    private static long verifiedInReachedRings(View rollout) {
        return rollout.list("rings").stream()
                .filter(ring -> !ring.text("state").equals("waiting"))
                .mapToLong(ring -> ring.number("counts", "verified"))
                .sum();
    }
}
