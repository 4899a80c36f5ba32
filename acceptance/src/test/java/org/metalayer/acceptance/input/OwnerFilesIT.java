package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.StickProcess;

/** Things in a component's folder that are no ordinary files: named to the owner, never sent. */
@ExtendWith(SharedSystem.class)
@SuppressWarnings("NullAway.Init") // filled in before every test
class OwnerFilesIT {
    private static final String COMPONENT = "notes";

    private final MainSystem system;
    private Scratch scratch;
    private StickProcess stick;
    private Owner owner;
    private Path folder;

    OwnerFilesIT(MainSystem system) {
        this.system = system;
    }

    @BeforeEach
    void prepare() throws Exception {
        scratch = Scratch.make();
        stick =
                StickProcess.prepare(
                        system.url(), scratch.root(), Names.unique("owner-files"), "Owner's stick");
        owner = new Owner(stick);
        owner.writes(COMPONENT, "index.html", "<p>notes</p>");
        folder = stick.content(COMPONENT);
    }

    @AfterEach
    void cleanUp() {
        stick.close();
        scratch.close();
    }

    @Test
    void aSymbolicLinkIsRefusedByName() throws Exception {
        Files.createSymbolicLink(folder.resolve("shadow"), Path.of("/etc/shadow"));
        assertRefusedNaming("shadow");
    }

    @Test
    void aLinkInPlaceOfTheFolderIsRefused() throws Exception {
        Files.createSymbolicLink(stick.content("etc"), Path.of("/etc"));
        Finished report = owner.triesToReport("etc", "feature", "All of /etc");
        assertThat(report.status()).isEqualTo(1);
        assertThat(report.err()).contains("etc");
    }

    @Test
    void aDeviceFileIsRefusedByName() throws Exception {
        assumeTrue(
                Finished.run(folder, Map.of(), List.of("mknod", "null-device", "c", "1", "3"))
                                .status()
                        == 0,
                "SKIPPED: making a device file needs root");
        assertRefusedNaming("null-device");
    }

    @Test
    void aFifoIsRefusedByNameAndNobodyWaitsForIt() throws Exception {
        Finished.ok("mkfifo", folder.resolve("pipe").toString());
        assertRefusedNaming("pipe");
    }

    @Test
    void namesThatDifferOnlyInCaseAreRefusedByName() throws Exception {
        owner.writes(COMPONENT, "Readme.txt", "one");
        owner.writes(COMPONENT, "README.txt", "two");
        assertRefusedNaming("Readme.txt");
    }

    @Test
    void aNameThatIsNoUtf8IsRefused() throws Exception {
        Finished.ok(
                "sh", "-c", "printf x > \"$1/$(printf 'caf\\351.txt')\"", "sh", folder.toString());
        assertRefusedNaming("caf");
    }

    @Test
    void aPathThatLeavesTheComponentIsRefused() throws Exception {
        Finished report =
                owner.triesToReport(COMPONENT, "feature", "Outside", "--file", "../../secret");
        assertThat(report.status()).isIn(1, 2);
        assertThat(report.err()).contains("../../secret");
        assertNothingWasSent();
    }

    @Test
    void anUnknownTypeIsAUsageErrorThatNamesTheKnownOnes() throws Exception {
        Finished report = owner.triesToReport(COMPONENT, "turbo", "Faster");
        assertThat(report.status()).isEqualTo(2);
        assertThat(report.err())
                .contains("turbo", "feature", "performance", "bugfix", "security", "ux");
        assertNothingWasSent();
    }

    private void assertRefusedNaming(String name) throws Exception {
        assertThat(owner.changes().toString()).contains(name);
        Finished report = owner.triesToReport(COMPONENT, "feature", "Notes");
        assertThat(report.status()).as(report.toString()).isEqualTo(1);
        assertThat(report.err()).contains(name);
        assertNothingWasSent();
    }

    /** Nor is anything waiting to be sent: the agent runs, is let in, and has nothing to say. */
    private void assertNothingWasSent() throws Exception {
        assertThat(owner.status().toString()).doesNotContain("\"type\": \"feature\"");
        assertThat(system.operator().reports(COMPONENT)).isEmpty();
    }
}
