package org.metalayer.agent.system;

/**
 * How often a boot loader may still try an entry, and how often it has in vain.
 *
 * @param left tries; with none left an entry is only a last resort
 * @param done tries of which none was found good
 */
public record BootCount(int left, int done) {

    /**
     * Of an entry that was never tried: two failed starts, and the stick is back at what it ran.
     */
    public static final BootCount FRESH = new BootCount(2, 0);

    /** Of one that is not tried any more. */
    static final BootCount SPENT = new BootCount(0, 1);

    @Override
    public String toString() {
        return "+" + left + "-" + done;
    }
}
