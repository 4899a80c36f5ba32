package org.metalayer.acceptance.boot;

import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.View;

/** The stick of a fleet that boots: the only one that is no other process of a test. */
final class BootedStick {

    private BootedStick() {}

    /** As the Main System knows it, once it is there. */
    static View joined(Fleet fleet) {
        return eventually(
                        "a booted stick in the fleet",
                        Machine.PATIENCE,
                        () -> known(fleet),
                        sticks -> !sticks.isEmpty() && sticks.getFirst().flag("online"))
                .getFirst();
    }

    /** Has another stick of the fleet, the first, make something, and waits until it is here. */
    static void receives(Fleet fleet, String component) throws IOException, InterruptedException {
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(Programs.example(component), component);
        maker.reports(component, "bugfix", "A " + component);
        eventually(
                component + " on the stick",
                Machine.PATIENCE,
                () -> known(fleet).getFirst().list("installed"),
                installed -> !installed.isEmpty());
    }

    /** Waits until it has not been heard of for so long that it counts as offline. */
    static void missed(Fleet fleet) {
        eventually(
                "the stick is missed",
                Machine.PATIENCE,
                () -> known(fleet).getFirst(),
                stick -> !stick.flag("online"));
    }

    /** As the Main System knows it; empty before it has joined. */
    static List<View> known(Fleet fleet) throws IOException {
        return fleet.operator().list("/sticks", Map.of()).stream()
                .filter(stick -> !stick.text("usb", "serial").startsWith("VIRTUAL"))
                .toList();
    }
}
