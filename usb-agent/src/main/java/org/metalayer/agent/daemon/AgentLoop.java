package org.metalayer.agent.daemon;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.files.ChangeWatcher;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.net.Pause;
import org.metalayer.agent.pages.Pages;
import org.metalayer.agent.stick.Nudge;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.agent.time.Uptime;
import org.metalayer.agent.usb.StickFinder;
import org.metalayer.protocol.tuf.client.MetadataStore;

/** The agent of one stick: one loop, one round after the other. */
public final class AgentLoop {

    /** A stop waits this long for the round; a longer one is cut off, which every step survives. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration QUIET = Duration.ofMillis(300);

    private final LocalParts local;
    private final Rounds rounds;
    private final Schedule schedule;
    private final Pages pages;
    private final Consumer<String> log;
    private final Wakeups wakeups = new Wakeups();

    private AgentLoop(
            LocalParts local, Rounds rounds, Schedule schedule, Pages pages, Consumer<String> log) {
        this.local = local;
        this.rounds = rounds;
        this.schedule = schedule;
        this.pages = pages;
        this.log = log;
    }

    /**
     * Puts the agent of a prepared stick together.
     *
     * @param log hears what is done
     */
    public static AgentLoop of(LocalParts local, Consumer<String> log) {
        SecureRandom random = new SecureRandom();
        Schedule schedule = new Schedule(local.config().intervals(), random);
        Rounds rounds = new Rounds(agent(local, random, log), schedule);
        Pages pages =
                new Pages(
                        local.shelf(), local.config().moduleName(), local.pagesFile(), random, log);
        return new AgentLoop(local, rounds, schedule, pages, log);
    }

    private static Agent agent(LocalParts local, SecureRandom random, Consumer<String> log) {
        return new Agent(
                local,
                new Agent.Surroundings(
                        () -> usb(local), Uptime.ofThisComputer(), random, Pause.sleeping(), log));
    }

    /** Opens a prepared stick with the storage and the clock of this computer. */
    public static LocalParts open(StickDirectory stick) throws IOException {
        return open(stick, Storage.ofProcess());
    }

    /** Opens a prepared stick with the clock of this computer. */
    public static LocalParts open(StickDirectory stick, Storage storage) throws IOException {
        return LocalParts.open(stick, storage, InstantSource.system());
    }

    /** Asks the Main System once how this stick's enrolment stands. */
    public static EnrolmentRecord enrol(LocalParts local) throws IOException {
        return agent(local, new SecureRandom(), message -> {}).enrolments().ask().record();
    }

    /** What is known of the USB device the stick is on. */
    public static UsbIdentity usb(LocalParts local) {
        return UsbIdentity.of(
                local.config().virtualSerial(), StickFinder.ofThisComputer(), local.stick().root());
    }

    /**
     * Does one round, now.
     *
     * @param lock shows that no other agent works on this stick
     */
    public void once(StickLock lock) throws IOException {
        prepare();
        rounds.noticeChanges();
        rounds.run();
    }

    /** Runs until the process is told to end. */
    public void run(StickLock lock) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ended), "stop"));
        prepare();
        try (Closeable _ = watch();
                Closeable _ = pages;
                Closeable _ = Nudge.listen(local.stick(), wakeups::nudge)) {
            log.accept("the agent runs, stick " + local.identity().moduleId());
            log.accept("the USB device is " + usb(local).line());
            pages.tend();
            rounds.noticeChanges();
            loop();
        } finally {
            log.accept("the agent stops");
            ended.countDown();
        }
    }

    private void loop() throws InterruptedException {
        long next = System.nanoTime();
        while (!wakeups.isStopping()) {
            Wakeups.Reason reason = wakeups.await(Duration.ofNanos(next - System.nanoTime()));
            if (reason.stopping()) {
                return;
            }
            if (reason.contentChanged()) {
                rounds.noticeChanges();
            }
            if (reason.nudged()) {
                schedule.hurry();
            }
            // A file that is written all the time must not keep the stick from its rounds.
            if (reason.nudged() || reason.timeIsUp()) {
                pages.tend();
                next = System.nanoTime() + rounds.run().toNanos();
            }
            // Between two rounds nothing is in flight: whatever goes on is written down.
            if (local.agentDoor().wantsRestart()) {
                log.accept("the agent starts again, to be another version");
                return;
            }
        }
    }

    private Closeable watch() {
        try {
            return ChangeWatcher.watch(local.stick().module(), QUIET, new Listener());
        } catch (IOException e) {
            log.accept("changes are noticed only at the next check-in: " + e.getMessage());
            return () -> {};
        }
    }

    /** A stick that is full, or whose device fails in places, still has an agent. */
    private void prepare() {
        Troubles troubles = new Troubles();
        troubles.collect(() -> local.files().createDirectories(local.stick().module()));
        for (Path directory : local.stick().records()) {
            troubles.collect(() -> local.files().deleteTemporaries(directory));
        }
        troubles.collect(new MetadataStore(local.stick().trust())::sweep);
        troubles.collect(local.reportSpool()::sweep);
        troubles.collect(local.outcomeSpool()::signAnew);
        if (!troubles.isEmpty()) {
            log.accept("the stick could not be tidied: " + troubles.first());
        }
    }

    private void stop(CountDownLatch ended) {
        wakeups.stop();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.accept("the agent is stopped in the middle; it goes on from there next time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener implements ChangeWatcher.Listener {

        @Override
        public void mayHaveChanged(String component) {
            wakeups.contentChanged();
        }

        @Override
        public void anythingMayHaveChanged(String reason) {
            wakeups.contentChanged();
        }
    }
}
