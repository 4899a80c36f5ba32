package org.metalayer.image.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metalayer.image.base.Channels;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.Checksums;
import org.metalayer.image.bundle.Contents;
import org.metalayer.image.bundle.DebianPackage;
import org.metalayer.image.bundle.ImageName;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.bundle.Sbom;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** Writes beside a new image what it consists of: manifest, bill of materials and checksums. */
final class Documents {

    private final Path folder;
    private final Progress progress;

    Documents(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Describes the image {@code NAME.raw} in the folder, and every other file there. */
    Manifest write(
            ImageName name, List<DebianPackage> packages, Instant sourceDate, String agentVersion)
            throws IOException {
        Path image = folder.resolve(name + ".raw");
        progress.begin("Describing the image", Files.size(image) * 2);
        Sha256 digest = digest(image);
        Layout layout = Layout.of(new Gpt(image).read());
        Contents contents = new Contents(image);
        Manifest manifest =
                new Manifest(
                        name,
                        name + ".raw",
                        Files.size(image),
                        digest,
                        contents.partitions(layout, progress),
                        contents.bootFiles(layout),
                        packages,
                        sourceDate,
                        agentVersion);
        write(BuiltImage.MANIFEST, manifest.write());
        write(BuiltImage.SBOM, Sbom.of(manifest));
        progress.end();
        checksums(Map.of(manifest.file(), digest));
        return manifest;
    }

    private void checksums(Map<String, Sha256> known) throws IOException {
        Map<String, Sha256> digests = new TreeMap<>(known);
        for (Path file : Folders.files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (!name.equals(BuiltImage.CHECKSUMS) && !digests.containsKey(name)) {
                digests.put(name, digest(file));
            }
        }
        new Checksums(digests).write(folder.resolve(BuiltImage.CHECKSUMS));
    }

    private void write(String name, JsonObject document) throws IOException {
        DurableFile.write(
                folder.resolve(name),
                (Json.pretty(document) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Sha256 digest(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return Channels.digest(channel, 0, channel.size(), progress);
        }
    }
}
