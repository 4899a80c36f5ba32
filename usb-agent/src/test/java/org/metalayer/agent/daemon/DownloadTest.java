package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.Sha256;

/** Getting a release's files onto the stick. */
class DownloadTest extends WithMainSystem {

    @Test
    void aLargeFileGoesOnWhereTheLineBroke() throws Exception {
        byte[] big = noise(9 << 20);
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("big.bin", big).build());
        system.faults().cutAnswers("/feed/v1/blobs/", 5 << 20, 1);
        stick.round();

        assertThat(Files.readAllBytes(stick.content("player").resolve("big.bin"))).isEqualTo(big);
        assertThat(system.ranges()).hasSize(1).allMatch(range -> !range.equals("bytes=0-"));
    }

    @Test
    void whatArrivedBeforeARestartIsNotFetchedAgain() throws Exception {
        byte[] big = noise(9 << 20);
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("big.bin", big).build());
        system.faults().cutAnswers("/feed/v1/blobs/", 5 << 20, 1);
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        assertThat(stick.files("player")).isEmpty();

        system.faults().clear();
        int before = system.ranges().size();
        stick.round();
        assertThat(Files.readAllBytes(stick.content("player").resolve("big.bin"))).isEqualTo(big);
        assertThat(system.ranges()).hasSize(before + 1);
    }

    @Test
    void aBeginningThatIsOfAnotherFileIsFetchedAnewAtOnce() throws Exception {
        byte[] big = noise(9 << 20);
        TestStick stick = stick();
        Path partial = stick.directory().partial(Sha256.of(big));
        Files.createDirectories(partial.resolveSibling(""));
        Files.write(partial, new byte[5 << 20]);
        system.feed().rollOut(aRelease(system).file("big.bin", big).build());
        stick.round();

        assertThat(Files.readAllBytes(stick.content("player").resolve("big.bin"))).isEqualTo(big);
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void whatWasLaidOutBeforeAFailureIsUsedAgainWithoutNeedingItsRoomTwice() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        try (SmallDisk small = SmallDisk.mountAt(disk, 20)) {
            assumeThat(small.isMounted()).as("mounting needs root").isTrue();
            byte[] right = "right".getBytes(StandardCharsets.UTF_8);
            TestStick stick = TestStick.in(disk, system.url(), "usb_001");
            RunningAgent agent = stick.start();
            system.feed()
                    .rollOut(
                            aRelease(system)
                                    .file("big.bin", noise(12 << 20))
                                    .file("small.txt", right)
                                    .build());
            system.blobs().put(Sha256.of(right), "wrong".getBytes(StandardCharsets.UTF_8));
            agent.round();
            assertThat(stick.files("player")).isEmpty();
            int fetched = fetches();

            system.blobs().put(right);
            stick.asksToInstall("player", Resolution.ASK);
            agent.round();
            assertThat(stick.content("player").resolve("big.bin")).hasSize(12 << 20);
            assertThat(system.outcomes().results()).containsExactly("verified");
            assertThat(fetches() - fetched).isEqualTo(1);
        }
    }

    @Test
    void otherBytesThanTheReleaseNamesAreNotInstalledUntilTheyAreRight() throws Exception {
        byte[] right = "right".getBytes(StandardCharsets.UTF_8);
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed().rollOut(aRelease(system).file("a.txt", right).build());
        system.blobs().put(Sha256.of(right), "wrong".getBytes(StandardCharsets.UTF_8));
        agent.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.local().contact().orElseThrow().trouble().orElseThrow())
                .contains("digest");
        int fetched = fetches();
        agent.round();
        assertThat(fetches()).as("it is left alone for a while").isEqualTo(fetched);

        system.blobs().put(right);
        stick.asksToInstall("player", Resolution.ASK);
        agent.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "right"));
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void askingOnceForWhatComesDamagedIsTryingOnce() throws Exception {
        byte[] right = "right".getBytes(StandardCharsets.UTF_8);
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed().rollOut(aRelease(system).file("a.txt", right).build());
        system.blobs().put(Sha256.of(right), "wrong".getBytes(StandardCharsets.UTF_8));
        agent.round();
        int before = fetches();
        stick.asksToInstall("player", Resolution.ASK);
        agent.round();
        int asked = fetches();
        agent.round();

        assertThat(asked).isGreaterThan(before);
        assertThat(fetches()).as("it is left alone again").isEqualTo(asked);
    }

    @Test
    void whatTheDeviceCouldNotWriteIsFetchedAnewAndNotBelieved() throws Exception {
        TestStick stick = stick();
        byte[] big = noise(2 << 20);
        system.feed().rollOut(aRelease(system).file("big.bin", big).build());
        StorageFaults wornOut =
                StorageFaults.calling(operation -> {
                    if (operation.equals("early-sync")) {
                        throw new IOException("Input/output error");
                    }
                });
        stick.start(wornOut).round();
        assertThat(stick.content("player")).doesNotExist();
        assertThat(stick.root().resolve(".metalayer/staging/player")).isEmptyDirectory();
        assertThat(stick.log()).anyMatch(line -> line.contains("did not keep"));
        int fetched = fetches();

        stick.round();
        assertThat(Files.readAllBytes(stick.content("player").resolve("big.bin"))).isEqualTo(big);
        assertThat(fetches()).isGreaterThan(fetched);
    }

    @Test
    void moreBytesThanTheReleaseNamesAreNotTaken() throws Exception {
        byte[] right = "right".getBytes(StandardCharsets.UTF_8);
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", right).build());
        system.blobs().put(Sha256.of(right), noise(1 << 20));
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(Trees.contents(stick.root().resolve(".metalayer/partial"))).isEmpty();
    }

    @Test
    void whatIsUnchangedIsCopiedAndNotFetched() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("same", "same").file("a", "a1").build());
        stick.round();
        int before = fetches();
        system.feed()
                .rollOut(
                        aRelease(system)
                                .version(2)
                                .file("moved/same", "same")
                                .file("again", "same")
                                .file("a", "a2")
                                .build());
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("moved/same", "same", "again", "same", "a", "a2"));
        assertThat(fetches() - before).isEqualTo(1);
    }

    @Test
    void emptyFilesAndTheExecutableBitArrive() throws Exception {
        TestStick stick = stick();
        system.feed()
                .rollOut(aRelease(system).file("empty", "").executable("run.sh", "true").build());
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("empty", "", "run.sh", "true"));
        assertThat(stick.content("player").resolve("run.sh")).isExecutable();
        assertThat(Files.isExecutable(stick.content("player").resolve("empty"))).isFalse();
    }

    @Test
    void namesBeyondAsciiArriveAsTheyAre() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("Lieder/Frühling – 春.txt", "x").build());
        stick.round();

        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void withoutRoomNothingIsBegunAndItIsInstalledOnceThereIsRoom() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.headroom(Long.MAX_VALUE / 2).round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(stick.files("notes")).isEqualTo(Map.of("n.txt", "mine"));
        assertThat(stick.log())
                .filteredOn(line -> line.contains("not enough space"))
                .singleElement()
                .asString()
                .contains("remove something");
        stick.round();
        assertThat(system.outcomes().recorded()).as("told once").hasSize(1);
        assertThat(system.outcomes().recorded().getLast().reason()).contains("not enough space");
        stick.asksToInstall("player", Resolution.ASK);
        stick.headroom(0).round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        assertThat(system.outcomes().results())
                .as("a full stick says nothing about the release")
                .containsExactly("conflict", "verified");
    }

    @Test
    void aReallyFullStickLosesNothingAndGoesOnWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        try (SmallDisk small = SmallDisk.mountAt(disk, 20)) {
            assumeThat(small.isMounted()).as("mounting needs root").isTrue();
            TestStick stick = TestStick.in(disk, system.url(), "usb_001");
            stick.write("notes", "n.txt", "mine");
            system.feed().rollOut(aRelease(system).file("big.bin", noise(8 << 20)).build());
            Path filler = small.fillUpTo(4 << 20);
            stick.round();
            assertThat(stick.files("notes")).isEqualTo(Map.of("n.txt", "mine"));
            assertThat(stick.content("player")).doesNotExist();
            assertThat(system.outcomes().recorded().getLast().reason())
                    .contains("not enough space");

            Files.delete(filler);
            stick.round();
            assertThat(stick.content("player").resolve("big.bin")).hasSize(8 << 20);
            assertThat(system.outcomes().results()).containsExactly("conflict", "verified");
        }
    }

    @Test
    void aStickWithoutAByteLeftChecksInAndSaysThatThereIsNoRoom() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        try (SmallDisk small = SmallDisk.mountAt(disk, 20)) {
            assumeThat(small.isMounted()).as("mounting needs root").isTrue();
            TestStick stick = TestStick.in(disk, system.url(), "usb_001");
            system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
            system.faults().intercept("/feed/v1/blobs", 503);
            stick.round();
            system.faults().clear();
            int checkIns = system.sticks().checkIns().size();
            Path filler = small.fill();
            stick.round();
            stick.round();

            assertThat(system.sticks().checkIns()).hasSize(checkIns + 2);
            assertThat(system.outcomes().recorded().getLast().reason())
                    .contains("not enough space");

            Files.delete(filler);
            stick.round();
            assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        }
    }

    @Test
    void manySmallFilesAreKnownNotToFitBeforeTheyAreFetched() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        try (SmallDisk small = SmallDisk.mountAt(disk, 20)) {
            assumeThat(small.isMounted()).as("mounting needs root").isTrue();
            TestStick stick = TestStick.in(disk, system.url(), "usb_001");
            small.fillUpTo(2 << 20);
            ReleaseBuilder crumbs = aRelease(system);
            for (int n = 0; n < 1000; n++) {
                crumbs.file("crumb" + n, "crumb " + n);
            }
            system.feed().rollOut(crumbs.build());
            stick.round();
            stick.round();

            assertThat(fetches()).as("4 KiB each do not fit into 2 MiB").isZero();
            assertThat(stick.log()).anyMatch(line -> line.contains("not enough space"));
        }
    }

    @Test
    void aStickThatFillsUpInTheMiddleIsLeftAloneForAWhile() throws Exception {
        TestStick stick = stick();
        AtomicInteger copies = new AtomicInteger();
        StorageFaults filling =
                StorageFaults.calling(operation -> {
                    if (operation.equals("append") && copies.incrementAndGet() > 3) {
                        throw new DiskFull(stick.root(), 100, 0);
                    }
                });
        ReleaseBuilder crumbs = aRelease(system);
        for (int n = 0; n < 10; n++) {
            crumbs.file("crumb" + n, "crumb " + n);
        }
        system.feed().rollOut(crumbs.build());
        RunningAgent agent = stick.start(filling);
        agent.round();
        int fetched = fetches();
        agent.round();

        assertThat(fetches()).isEqualTo(fetched);
        assertThat(stick.log())
                .filteredOn(line -> line.contains("not enough space"))
                .singleElement()
                .asString()
                .as("room for the whole release")
                .contains("40,960 bytes");
        assertThat(system.outcomes().results()).containsExactly("conflict");
    }

    private int fetches() {
        return (int)
                system.requests().stream().filter(it -> it.contains("/feed/v1/blobs/")).count();
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
