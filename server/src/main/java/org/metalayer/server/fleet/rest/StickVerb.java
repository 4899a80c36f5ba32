package org.metalayer.server.fleet.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.metalayer.server.fleet.StickDetail;
import org.metalayer.server.fleet.StickState;
import org.metalayer.server.fleet.StickWarning;
import org.metalayer.server.fleet.WarningKind;

/** What an operator can do to a stick. */
enum StickVerb {
    ACCEPT,
    REJECT,
    RETIRE,
    /** One of several copies. */
    KEEP,
    CONFIRM_RESTORE,
    DISMISS_WARNINGS;

    private boolean isPossible(StickDetail detail) {
        StickState state = detail.stick().state();
        return switch (this) {
            case ACCEPT -> state.mayBecome(StickState.ACCEPTED);
            case REJECT -> state.mayBecome(StickState.REJECTED);
            case RETIRE -> state.mayBecome(StickState.RETIRED);
            case KEEP -> state == StickState.QUARANTINED && detail.warnsOf(WarningKind.CLONED);
            case CONFIRM_RESTORE ->
                    !detail.warnsOf(WarningKind.CLONED)
                            && (detail.warnsOf(WarningKind.RESTORED)
                                    || detail.warnsOf(WarningKind.REFUSED_RENEWAL)
                                    || detail.warnsOf(WarningKind.SET_ASIDE));
            case DISMISS_WARNINGS ->
                    detail.warnings().stream()
                            .map(StickWarning::kind)
                            .filter(kind -> kind != WarningKind.CLONED)
                            .anyMatch(kind ->
                                    kind != WarningKind.OTHER_HARDWARE
                                            || !detail.warnsOf(WarningKind.CLONED));
        };
    }

    /** Those possible now, as the dashboard offers them. */
    static List<String> allowed(StickDetail detail) {
        return Stream.of(values())
                .filter(verb -> verb.isPossible(detail))
                .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
