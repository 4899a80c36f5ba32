package org.metalayer.agent.session;

import java.util.Optional;
import java.util.stream.Stream;

/** What the owner should know of how the Main System sees this stick. */
public enum Notice {
    CLONED(
            "cloned",
            "Two copies of this stick are in use. Upgrades go on; reports wait. Ask an operator"
                    + " which copy is kept; the other one becomes a stick of its own with"
                    + " `new-identity`."),
    OTHER_HARDWARE(
            "other-hardware",
            "This stick's key was seen on another USB device than the one it enrolled with. If you"
                    + " did not move it, tell an operator."),
    RESTORED(
            "restored-from-backup",
            "This stick is in an older state than it was. If you restored it from a backup, say so"
                    + " with `confirm-restore`. If you have another copy, make this one a stick of"
                    + " its own with `new-identity`."),
    SET_ASIDE(
            "copy-set-aside",
            "An operator kept another copy of this stick. Make this one a stick of its own with"
                    + " `new-identity`; your content stays. If this is the one that was kept,"
                    + " restored from an older backup, an operator can confirm that."),
    REFUSED(
            "renewal-refused",
            "The Main System does not know what this stick remembers of its last session. Ask an"
                    + " operator, or make it a stick of its own with `new-identity`.");

    private final String wire;
    private final String text;

    Notice(String wire, String text) {
        this.wire = wire;
        this.text = text;
    }

    /** As the Main System says it: a notice of a session, or the slug of a refusal. */
    public String wire() {
        return wire;
    }

    /** What it means and what to do. */
    public String text() {
        return text;
    }

    /** Empty for what this agent does not know yet. */
    static Optional<Notice> of(String wire) {
        return Stream.of(values()).filter(notice -> notice.wire.equals(wire)).findFirst();
    }

    /** Whether it keeps the stick from having a session. */
    boolean refuses() {
        return this == RESTORED || this == SET_ASIDE || this == REFUSED;
    }
}
