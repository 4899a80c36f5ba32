package org.metalayer.agent.daemon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.metalayer.agent.content.Change;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.files.RefusedEntry;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.session.Notice;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Texts;

/** Tells the owner what is new, once. */
final class Announcer {

    private final Consumer<String> log;
    private final Map<ComponentName, Seen> seen = new HashMap<>();
    private Optional<EnrolmentState> state = Optional.empty();
    private Set<Notice> notices = Set.of();

    private record Seen(List<Change> changes, List<RefusedEntry> refused) {}

    Announcer(Consumer<String> log) {
        this.log = log;
    }

    void announce(EnrolmentState now) {
        if (state.filter(now::equals).isEmpty()) {
            log.accept("enrolment: " + now.wire());
            state = Optional.of(now);
        }
    }

    void announce(Set<Notice> now) {
        now.stream()
                .filter(notice -> !notices.contains(notice))
                .forEach(it -> log.accept(it.text()));
        notices = Set.copyOf(now);
    }

    void announce(SentReport report) {
        String why = report.reasons().isEmpty() ? "" : ": " + String.join("; ", report.reasons());
        log.accept("report on %s: %s%s".formatted(report.component(), report.state(), why));
    }

    void announce(OwnersContent.Overview overview) {
        for (ComponentContent component : overview.components()) {
            Seen now = new Seen(component.changes(), component.tree().refused());
            Seen before = seen.put(component.component(), now);
            boolean isNews = before == null ? !now.equals(NOTHING) : !before.equals(now);
            if (isNews) {
                log.accept(describe(component, now));
            }
        }
    }

    private static final Seen NOTHING = new Seen(List.of(), List.of());

    private static String describe(ComponentContent component, Seen now) {
        List<String> parts = new ArrayList<>();
        String files = Texts.count(now.changes().size(), "file");
        parts.add(component.isNew() ? "new, " + files : files + " changed");
        if (!now.refused().isEmpty()) {
            parts.add("%s entries cannot be released".formatted(now.refused().size()));
        }
        return component.component() + ": " + String.join(", ", parts);
    }
}
