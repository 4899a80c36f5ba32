package org.metalayer.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.daemon.NewIdentity;
import org.metalayer.agent.daemon.TestStick;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;

/** Reports that wait while the stick becomes another one. */
class ReportSpoolTest {

    @TempDir private Path directory;

    @Test
    void whatCannotBeSignedAnewForLackOfRoomWaitsAndTheOthersGoOn() throws Exception {
        TestStick stick = TestStick.in(directory, URI.create("http://localhost:1"), "usb_001");
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "First");
        stick.report("notes", "Second");
        becomeAnother(stick);
        StickIdentity identity = stick.local().identity();
        AtomicBoolean full = new AtomicBoolean(true);
        Storage filling =
                Storage.with(
                        StorageFaults.calling(operation -> {
                            if (operation.equals("write") && full.getAndSet(false)) {
                                throw new DiskFull(stick.root(), 100, 0);
                            }
                        }));
        ReportSpool spool = new ReportSpool(stick.directory(), filling.files(), filling.renames());
        List<IOException> troubles = new ArrayList<>();

        assertThat(spool.signedBy(identity, troubles::add))
                .extracting(report -> report.report().description())
                .containsExactly("Second");
        assertThat(troubles)
                .singleElement()
                .satisfies(trouble -> assertThat(trouble).hasMessageContaining("0 bytes free"));
        assertThat(spool.signedBy(identity, troubles::add))
                .allSatisfy(report ->
                        assertThat(report.isSignedBy(identity.key().publicKey())).isTrue())
                .hasSize(2);
    }

    private static void becomeAnother(TestStick stick) throws IOException {
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            NewIdentity.make(
                    stick.directory(),
                    Storage.with(StorageFaults.none()),
                    NewIdentity.Wishes.NONE,
                    lock);
        }
    }
}
