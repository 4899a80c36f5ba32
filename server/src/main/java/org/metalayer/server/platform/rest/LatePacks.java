package org.metalayer.server.platform.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which packs give way: as few as make the room that lacks, of those the latest, or none. */
final class LatePacks {

    /** As it was at one moment: how late a pack is changes while one looks. */
    private record Late(IncomingPack pack, long nanos) {

        int bytes() {
            return pack.bytes();
        }
    }

    private LatePacks() {}

    /** Has so many give way that {@code lacking} bytes come free, where all together could. */
    static void end(Collection<IncomingPack> packs, int lacking) {
        List<Late> late =
                packs.stream()
                        .map(pack -> new Late(pack, pack.lateness()))
                        .filter(each -> each.nanos() > 0)
                        .sorted(mostUseful(lacking))
                        .toList();
        if (late.stream().mapToInt(Late::bytes).sum() < lacking) {
            return;
        }
        int rest = lacking;
        for (Late each : late) {
            if (rest <= 0) {
                return;
            }
            if (each.pack().giveWay()) {
                rest -= each.bytes();
            }
        }
    }

    /** Those that are enough alone are all alike; of the others the largest make the fewest. */
    private static Comparator<Late> mostUseful(int lacking) {
        return Comparator.comparingInt((Late each) -> Math.min(each.bytes(), lacking))
                .thenComparingLong(Late::nanos)
                .reversed();
    }
}
