package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.SmallDisk;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.Sha256;

/** No space left, on either side: a clear answer, and everything goes on when there is some. */
class FullDiskIT {
    private static final int BIG = 12 << 20;

    @Test
    void aStickWithoutSpaceKeepsWhatItRunsAndSaysSo() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(40);
                Fleet fleet = Fleet.start("full-stick", 1);
                StickProcess small =
                        StickProcess.prepare(
                                        fleet.system().url(),
                                        disk.root(),
                                        "usb_small",
                                        "Small stick")
                                .start()) {
            fleet.operator().accept("usb_small");
            Path filler = disk.fill(6 << 20);
            Owner maker = new Owner(fleet.stick(1));
            maker.writes("album", "index.html", "<!doctype html><title>Album</title>");
            Files.write(fleet.stick(1).content("album").resolve("album.bin"), noise(3, BIG));
            maker.reports("album", "bugfix", "An album");
            fleet.operator().approve("album", "noise is no file that the vetting knows");

            Rollout rollout = Rollout.of(fleet.operator(), "album", 1);
            eventually(
                    "the Main System knows why",
                    () ->
                            assertThat(rollout.deployment("usb_small").text("reason"))
                                    .contains("not enough space", "remove something"));
            assertThat(small.content("album")).doesNotExist();
            assertThat(small.agent().isAlive()).isTrue();

            Files.delete(filler);
            eventually(
                    "it is installed as soon as there is space",
                    () ->
                            assertThat(Trees.contents(small.content("album")))
                                    .isEqualTo(Trees.contents(fleet.stick(1).content("album"))));
        }
    }

    @Test
    void aMainSystemWithoutSpaceRefusesClearlyLosesNothingAndGoesOn() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(500);
                MainSystem system = MainSystem.start("full-server", disk.root())) {
            WireStick stick = WireStick.accepted(system, "usb_sender");
            byte[] page = "<p>before</p>".getBytes(StandardCharsets.UTF_8);
            Draft before = stick.draft("before").file("index.html", page);
            stick.deliver(before, page);

            byte[] big = noise(4, BIG);
            Draft later = stick.draft("later").file("big.bin", big);
            stick.send(later).expect(201);
            Path filler = disk.fill(0);
            Reply refused = stick.append(Sha256.of(big), 0, big);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(507);
            assertThat(refused.problem()).isEqualTo("storage-full");
            assertThat(refused.detail()).containsIgnoringCase("space");

            Files.delete(filler);
            eventually("it goes on", () -> stick.append(Sha256.of(big), 0, big).expect(204));
            assertThat(stick.send(later).expect(200).json().texts("missing")).isEmpty();
            assertThat(system.operator().list("/upgrade-reports", Map.of()))
                    .extracting(report -> report.text("id"))
                    .containsExactlyInAnyOrder(
                            before.reportId().toString(), later.reportId().toString());
        }
    }

    private static byte[] noise(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
