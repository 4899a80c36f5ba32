package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Main System and sticks that it has accepted, all running, in one scratch directory. */
public final class Fleet implements AutoCloseable {
    private final Scratch scratch = Scratch.make();
    private final List<StickProcess> sticks = new ArrayList<>();
    private final MainSystem system;

    private Fleet(String name, Map<String, String> settings, Duration ahead) {
        this.system = MainSystem.start(name, scratch.root(), settings, ahead);
    }

    /** Starts as many sticks, {@code usb_001} and on, and lets them in. */
    public static Fleet start(String name, int sticks) throws IOException, InterruptedException {
        return start(name, sticks, Map.of());
    }

    /** The same with more environment variables for the Main System. */
    public static Fleet start(String name, int sticks, Map<String, String> settings)
            throws IOException, InterruptedException {
        Fleet fleet = new Fleet(name, settings, Duration.ZERO);
        try {
            for (int number = 1; number <= sticks; number++) {
                fleet.add("usb_%03d".formatted(number), "Stick " + number).start();
            }
            fleet.sticks.forEach(stick -> fleet.operator().accept(stick.moduleId()));
            fleet.sticks.forEach(fleet::awaitOnline);
            return fleet;
        } catch (IOException | InterruptedException | AssertionError e) {
            fleet.close();
            throw e;
        }
    }

    /**
     * No sticks yet, and a Main System that has been ahead of its machine since its first start.
     */
    public static Fleet startAhead(String name, Duration ahead) {
        return new Fleet(name, Map.of(), ahead);
    }

    public MainSystem system() {
        return system;
    }

    public Operator operator() {
        return system.operator();
    }

    public List<StickProcess> sticks() {
        return List.copyOf(sticks);
    }

    /** The stick with this number, counted from 1 as in its name. */
    public StickProcess stick(int number) {
        return sticks.get(number - 1);
    }

    /** Prepares another stick, which is neither running nor accepted yet. */
    public StickProcess add(String moduleId, String moduleName, String... more)
            throws IOException, InterruptedException {
        return addBehind(system.url(), moduleId, moduleName, more);
    }

    /** Prepares a stick that reaches the Main System under another address. */
    public StickProcess addBehind(URI url, String moduleId, String moduleName, String... more)
            throws IOException, InterruptedException {
        StickProcess stick = StickProcess.prepare(url, scratch.root(), moduleId, moduleName, more);
        sticks.add(stick);
        return stick;
    }

    /** A rollout does not wait for sticks that have not been seen. */
    private void awaitOnline(StickProcess stick) {
        Eventually.eventually(
                stick.moduleId() + " has checked in",
                () -> operator().stick(stick.moduleId()),
                view -> view.flag("online"));
    }

    @Override
    public void close() {
        try (scratch) {
            sticks.forEach(StickProcess::close);
            system.close();
        }
    }
}
