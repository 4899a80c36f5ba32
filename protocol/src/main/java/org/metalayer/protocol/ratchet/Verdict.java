package org.metalayer.protocol.ratchet;

/** What a renewal is found to be. */
public sealed interface Verdict {

    /** The stick goes on from where it stood. */
    record Renewed(RatchetState next) implements Verdict {}

    /** Asked before and answered before: the same answer again, and nothing changes. */
    record Repeated() implements Verdict {}

    /** The owner confirmed that it was restored from a backup: it goes on from there. */
    record Confirmed(RatchetState next) implements Verdict {}

    /** An older state of the stick, which waits for somebody to confirm the restored backup. */
    record Restored(RatchetState next) implements Verdict {}

    /** There are two copies of the stick. */
    record Cloned(RatchetState next) implements Verdict {}

    /**
     * There are two copies, and nobody has chosen yet.
     *
     * @param known whether this is the one that the Main System followed before the other came
     */
    record Frozen(boolean known) implements Verdict {}

    /** A copy that an operator has not kept: it has to become a stick of its own. */
    record SetAside() implements Verdict {}

    /** Signed with the stick's key, but with a nonce that was never given to it. */
    record Refused() implements Verdict {}

    /** Signed before the newest step was taken, so late that it proves nothing: ask again. */
    record Late() implements Verdict {}
}
