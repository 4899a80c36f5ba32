package org.metalayer.image.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.BootFile;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.Checksums;
import org.metalayer.image.bundle.Contents;
import org.metalayer.image.bundle.DebianPackage;
import org.metalayer.image.bundle.ImageName;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.layout.Partition;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.Tools;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;

/** A small image with the partitions of a real one, and real file systems in them. */
public final class TestImage {

    /** Small enough for tests to copy it, large enough for its file systems. */
    public static final long SIZE = 48 << 20;

    private static final String TABLE =
            """
            label: gpt
            label-id: 11111111-1111-4111-8111-111111111111
            size=12MiB, type=c12a7328-f81f-11d2-ba4b-00a0c93ec93b, name=esp, uuid=11111111-1111-4111-8111-000000000001
            size=4MiB, type=4f68bce3-e8cd-4db1-96e7-fbcaf984b709, name=ml_1, uuid=11111111-1111-4111-8111-000000000002
            size=1MiB, type=2c7357ed-ebd2-46d9-aec1-23d437ec2bf5, name=ml_1_verity, uuid=11111111-1111-4111-8111-000000000003
            size=4MiB, type=4f68bce3-e8cd-4db1-96e7-fbcaf984b709, name=_empty
            size=1MiB, type=2c7357ed-ebd2-46d9-aec1-23d437ec2bf5, name=_empty
            size=16MiB, type=0fc63daf-8483-4772-8e79-3d69d8477de4, name=mldata, uuid=11111111-1111-4111-8111-000000000006
            """;

    private TestImage() {}

    /** Makes one without the documents about it. */
    public static Path bare(Path file) throws IOException, InterruptedException {
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.setLength(SIZE);
        }
        Tools.run(
                        Tool.SFDISK,
                        List.of("--quiet", file.toString()),
                        TABLE.getBytes(StandardCharsets.UTF_8))
                .required();
        Layout layout = layout(file);
        RealTools.run(
                "/usr/sbin/mkfs.vfat",
                "--offset",
                Long.toString(layout.esp().start() / 512),
                file.toString(),
                Long.toString(layout.esp().size() / 1024));
        RealTools.run(
                "/usr/sbin/mkfs.ext4",
                "-q",
                "-E",
                "offset=" + layout.data().start(),
                file.toString(),
                layout.data().size() / 1024 + "k");
        fill(file, layout.slots().getFirst().root());
        fill(file, layout.slots().getFirst().verity());
        Esp esp = new Esp(file, layout.esp());
        esp.createFolder("EFI");
        esp.createFolder(BootFile.FOLDER);
        esp.write(BootFile.FOLDER + "/ml_1+3.efi", new byte[] {'M', 'Z', 1, 2, 3});
        esp.createFolder("EFI/BOOT");
        esp.write("EFI/BOOT/BOOTX64.EFI", new byte[] {'M', 'Z', 4});
        return file;
    }

    /** Makes one with its manifest and checksums, as {@code build} does. */
    public static Path built(Path folder) throws IOException, InterruptedException {
        ImageName name = new ImageName("console", "1", "amd64");
        Path image = bare(Files.createDirectories(folder).resolve(name + ".raw"));
        Layout layout = layout(image);
        Contents contents = new Contents(image);
        Manifest manifest =
                new Manifest(
                        name,
                        name + ".raw",
                        Files.size(image),
                        Sha256.of(Files.readAllBytes(image)),
                        contents.partitions(layout, Progress.UNSEEN),
                        contents.bootFiles(layout),
                        List.of(new DebianPackage("systemd", "257.13-1~deb13u1", "amd64")),
                        Instant.ofEpochSecond(1_760_000_000),
                        "0.1.0");
        Files.writeString(folder.resolve(BuiltImage.MANIFEST), Json.pretty(manifest.write()));
        Checksums.of(folder, List.of(name + ".raw", BuiltImage.MANIFEST), Progress.UNSEEN)
                .write(folder.resolve(BuiltImage.CHECKSUMS));
        return image;
    }

    public static Layout layout(Path file) throws IOException {
        return Layout.of(new Gpt(file).read());
    }

    /** Turns one bit round. */
    public static void damage(Path file, long offset) throws IOException {
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.seek(offset);
            int before = image.read();
            image.seek(offset);
            image.write(before ^ 1);
        }
    }

    private static void fill(Path file, Partition partition) throws IOException {
        byte[] content = new byte[(int) partition.size() / 2];
        new Random(partition.number()).nextBytes(content);
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.seek(partition.start());
            image.write(content);
        }
    }
}
