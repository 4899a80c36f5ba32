package org.metalayer.image.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.image.harness.FakeComputer;
import org.metalayer.image.harness.RealTools;
import org.metalayer.image.harness.TestFleet;
import org.metalayer.image.harness.TestImage;
import org.metalayer.image.harness.Verbs;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;

@ExtendWith(RealTools.class)
@SuppressWarnings("NullAway.Init") // filled in before the tests
class VerifyTest {

    @TempDir static Path images;
    private static Path image;
    private static Path manifest;
    private static Path flashed;

    @TempDir Path folder;
    private Path stick;
    private Layout layout;
    private Verbs verbs;

    @BeforeAll
    static void build() throws Exception {
        image = TestImage.built(images);
        manifest = images.resolve("manifest.json");
        flashed = images.resolve("flashed.raw");
        Path root = TestFleet.root(images.resolve("1.root.json"));
        Verbs.Result result =
                verbs(images)
                        .run(
                                "flash",
                                image,
                                "--to",
                                flashed,
                                "--server",
                                "http://m",
                                "--trust",
                                root);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        verbs = verbs(folder);
        stick = Files.copy(flashed, folder.resolve("stick.raw"));
        layout = TestImage.layout(stick);
    }

    private static Verbs verbs(Path home) throws IOException {
        return new Verbs(home, new FakeComputer(home.resolve("computer")));
    }

    @Test
    void anImageIsAsBuilt() {
        Verbs.Result result = verbs.run("verify", image);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out())
                .contains("ok       checksums: manifest.json, ", "as built")
                .contains("ok       system A: holds ml_1, as it was built")
                .contains("ok       system B: empty")
                .contains("ok       boot files: ml_1.efi, as built")
                .contains("ok       fleet: none is set")
                .doesNotContain("BROKEN");
    }

    @Test
    void aStickIsAsBuiltButForWhatIsItsOwn() {
        Verbs.Result result = verify();
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).contains("ok       fleet: http://m, first root ");
    }

    @Test
    void aDamagedImageIsToldByItsChecksums() throws Exception {
        Path damaged = TestImage.built(folder.resolve("damaged"));
        TestImage.damage(damaged, TestImage.layout(damaged).data().start() + 500);
        Verbs.Result result = verbs.run("verify", damaged);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("BROKEN   checksums: metalayer-console-1-amd64.raw");
    }

    @Test
    void oneBitOfTheSystemIsFound() throws IOException {
        TestImage.damage(stick, layout.slots().getFirst().root().end() - 1);
        assertThat(verify().out()).contains("BROKEN   system A: ml_1 is not what was built");
        assertThat(verify().exitCode()).isEqualTo(1);
        assertThat(verbs.run("verify", stick, "--manifest", manifest, "--json").out())
                .contains("\"sound\": false");
    }

    @Test
    void oneBitOfItsHashesIsFound() throws IOException {
        TestImage.damage(stick, layout.slots().getFirst().verity().start());
        assertThat(verify().out()).contains("BROKEN   system A: the hashes of ml_1");
    }

    @Test
    void aTamperedBootFileIsFound() throws IOException {
        Esp esp = new Esp(stick, layout.esp());
        esp.write("EFI/Linux/ml_1+3.efi", new byte[] {'M', 'Z', 6});
        assertThat(verify().out()).contains("BROKEN   boot files: ml_1.efi is not what was built");
    }

    @Test
    void aSecondKernelOfTheSameNameHidesNowhere() throws IOException {
        new Esp(stick, layout.esp()).write("EFI/Linux/ml_1+9.efi", new byte[] {'M', 'Z', 6});
        assertThat(verify().out()).contains("BROKEN   boot files: ml_1.efi is not what was built");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EFI/BOOT/BOOTX64.EFI", "EFI/BOOT/other.efi", "loader/loader.conf"})
    void nothingElseThatTakesPartInAStartIsAnotherOne(String path) throws IOException {
        Esp esp = new Esp(stick, layout.esp());
        esp.createFolder("loader");
        esp.write(path, new byte[] {'M', 'Z', 6});
        assertThat(verify().out())
                .contains("BROKEN   boot files: %s is not what was built".formatted(path));
        assertThat(verify().exitCode()).isEqualTo(1);
    }

    @Test
    void anUpgradeThatWasCutOffIsNoDamage() throws IOException {
        new Esp(stick, layout.esp()).write("EFI/Linux/ml_2+2.efi.new", new byte[] {'M'});
        assertThat(verify().out())
                .containsPattern("changed  boot files: as built, but .*: ml_2\\+2.efi.new");
    }

    @Test
    void aLostBootLoaderIsFound() throws Exception {
        String esp = "%s@@%s".formatted(stick, layout.esp().start());
        RealTools.run("/usr/bin/mdel", "-i", esp, "::/EFI/BOOT/BOOTX64.EFI");
        assertThat(verify().out()).contains("BROKEN   boot files: EFI/BOOT/BOOTX64.EFI is lost");
    }

    @Test
    void whatALoaderWritesItselfIsNoDamage() throws IOException {
        Esp esp = new Esp(stick, layout.esp());
        esp.createFolder("loader");
        esp.write("loader/random-seed", new byte[32]);
        assertThat(verify().out()).contains("ok       boot files: ml_1.efi, as built");
    }

    @Test
    void anEfiPartitionThatWasNotUnmountedIsNotDamaged() throws IOException {
        markMounted();
        assertThat(verify().out()).contains("changed  EFI partition: was not unmounted");
    }

    @Test
    void damageIsFoundBesideThat() throws IOException {
        markMounted();
        overwrite(layout.esp().start() + 4 * 512, 4096);
        assertThat(verify().out()).contains("BROKEN   EFI partition");
    }

    /** The file system has 12 bits a cluster, where that is written as with 16 (fatgen103). */
    private void markMounted() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(stick.toFile(), "rw")) {
            file.seek(layout.esp().start() + 0x25);
            file.write(1);
        }
    }

    @Test
    void anotherBootFileIsNamed() throws IOException {
        new Esp(stick, layout.esp()).write("EFI/Linux/other.efi", new byte[] {'M', 'Z'});
        assertThat(verify().out()).containsPattern("changed  boot files: .*put there: other.efi");
    }

    @Test
    void whatUpgradesChangedIsNoDamage() throws Exception {
        RealTools.run("/usr/sbin/sfdisk", "-q", "--part-label", stick.toString(), "2", "ml_2");
        RealTools.run("/usr/sbin/sfdisk", "-q", "--part-label", stick.toString(), "3", "ml_2_v");
        Verbs.Result result = verify();
        assertThat(result.out())
                .contains("changed  system A: holds ml_2, which came with an upgrade");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void damageOfTheFileSystemsIsFound() throws IOException {
        overwrite(layout.esp().start() + 4 * 512, 4096);
        overwrite(layout.data().start() + 1024, 4096);
        assertThat(verify().out()).contains("BROKEN   EFI partition", "BROKEN   data partition");
    }

    @Test
    void aStickThatWasPulledOutIsNotDamaged() throws Exception {
        String data = stick + "?offset=" + layout.data().start();
        for (String change :
                new String[] {"ssv free_blocks_count 1", "freei 2", "feature needs_recovery"}) {
            RealTools.run("/usr/sbin/debugfs", "-w", "-R", change, data);
        }
        assertThat(verify().out()).contains("changed  data partition: was not unmounted");
    }

    @Test
    void aLostTableIsFound() throws IOException {
        overwrite(0, 34 * 512);
        overwrite(Files.size(stick) - 33 * 512, 33 * 512);
        assertThat(verify().out()).startsWith("BROKEN   partition table");
    }

    @Test
    void halfOfAFleetIsFound() throws IOException {
        Esp esp = new Esp(stick, layout.esp());
        esp.write(
                "metalayer/fleet.json",
                "{\"server\": \"ftp://x\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(verify().out()).contains("BROKEN   fleet: the settings of the fleet");
        assertThat(new Gpt(stick).check().code()).isZero();
    }

    private void overwrite(long position, int length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(stick.toFile(), "rw")) {
            file.seek(position);
            byte[] rubbish = new byte[length];
            Arrays.fill(rubbish, (byte) 0xA5);
            file.write(rubbish);
        }
    }

    private Verbs.Result verify() {
        return verbs.run("verify", stick, "--manifest", manifest);
    }
}
