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

    /**
     * Of one that was left, and is whole: should the one before no longer start, it is there
     * ({@code doubt} in the recipe). No loader counts so far: systemd-bless-boot takes an entry
     * with the count after its own for the one that it is to call good.
     */
    static final BootCount SPENT = new BootCount(0, 99);

    @Override
    public String toString() {
        return "+" + left + "-" + done;
    }
}
