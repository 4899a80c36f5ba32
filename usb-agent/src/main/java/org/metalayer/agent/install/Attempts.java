package org.metalayer.agent.install;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.ComponentStates;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What came of the last offers of each component, once for each release, the newest first. */
public final class Attempts {

    /** Far more than are ever offered side by side. */
    private static final int KEPT = 20;

    private final ComponentStates<List<Attempt>> states;

    public Attempts(StickDirectory stick, DurableFiles files) {
        this.states =
                new ComponentStates<>(files, stick.attempts(), Attempts::read, Attempts::write);
    }

    /** The newest one of a component. */
    public Optional<Attempt> of(ComponentName component) throws IOException {
        return known(component).stream().findFirst();
    }

    /** The newest one of a release in its rollout. */
    public Optional<Attempt> of(ReleaseRef release) throws IOException {
        return known(release.component()).stream()
                .filter(attempt -> attempt.isOf(release))
                .findFirst();
    }

    /** The one that was made for a request of the owner's. */
    public Optional<Attempt> of(OwnerRequest request) throws IOException {
        return known(request.component()).stream()
                .filter(attempt -> attempt.request().equals(Optional.of(request.id())))
                .findFirst();
    }

    void put(Attempt attempt) throws IOException {
        ComponentName component = attempt.release().component();
        List<Attempt> more = new ArrayList<>(known(component));
        more.removeIf(old -> old.isOf(attempt.release()));
        more.addFirst(attempt);
        states.put(component, more.subList(0, Math.min(more.size(), KEPT)));
    }

    private List<Attempt> known(ComponentName component) throws IOException {
        return states.of(component).orElse(List.of());
    }

    private static List<Attempt> read(JsonObject json) {
        return json.objects("attempts", Attempt::read);
    }

    private static JsonObject write(List<Attempt> attempts) {
        return new JsonBuilder().put("attempts", attempts, Attempt::write).build();
    }
}
