package org.metalayer.agent.system;

/**
 * How often a boot loader may still try an entry, and how often it has in vain.
 *
 * @param left tries; with none left an entry is only a last resort
 * @param done tries of which none was found good
 */
public record BootCount(int left, int done) {

    /** Of an entry that was never tried. */
    public static final BootCount FRESH = new BootCount(3, 0);

    @Override
    public String toString() {
        return "+" + left + "-" + done;
    }
}
