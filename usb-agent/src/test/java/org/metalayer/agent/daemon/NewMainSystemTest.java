package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.trust.PinnedRoot;

/** A stick whose owner brings another first root; the power is cut at any step of it. */
class NewMainSystemTest extends WithMainSystem {

    @Test
    void noCutLeavesAStickThatBelievesWhoeverComesFirst() throws IOException {
        try (SimulatedMainSystem anew = SimulatedMainSystem.start()) {
            int step = 0;
            boolean cut = true;
            while (cut) {
                stick("usb_" + step).round();
                TestStick stick = TestStick.in(directory, anew.url(), "usb_" + step);
                cut = isCut(stick, anew.trust(), step);

                assertThat(pin(stick))
                        .as("cut at step %s", step)
                        .isIn(system.trust(), anew.trust());

                assertThat(isCut(stick, anew.trust(), Integer.MAX_VALUE)).isFalse();
                stick.round();
                assertThat(stick.trouble()).isEmpty();
                assertThat(stick.local().enrolmentFile().read())
                        .map(EnrolmentRecord::trust)
                        .contains(anew.trust());
                step++;
            }
            assertThat(step).isGreaterThan(10);
        }
    }

    /** Whom it would believe at the next answer; nothing for the first one that comes. */
    private static PinnedRoot pin(TestStick stick) throws IOException {
        LocalParts local = stick.local();
        return local.enrolmentFile()
                .read()
                .map(EnrolmentRecord::trust)
                .or(() -> local.config().trust())
                .orElseThrow();
    }

    private static boolean isCut(TestStick stick, PinnedRoot root, int at) throws IOException {
        AtomicInteger count = new AtomicInteger();
        StorageFaults faults =
                StorageFaults.calling(operation -> {
                    if (count.getAndIncrement() >= at) {
                        throw new Cut();
                    }
                });
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            NewIdentity.make(
                    stick.directory(),
                    Storage.with(faults).files(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(root),
                    lock);
            return false;
        } catch (Cut cut) {
            return true;
        }
    }

    private static final class Cut extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
