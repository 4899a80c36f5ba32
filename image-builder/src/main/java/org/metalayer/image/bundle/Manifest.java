package org.metalayer.image.bundle;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What an image consists of: {@code manifest.json} beside it.
 *
 * @param file the name of the image
 * @param size of it, in bytes
 * @param sourceDate the time that stands in everything built
 */
public record Manifest(
        ImageName name,
        String file,
        long size,
        Sha256 sha256,
        List<PartitionRecord> partitions,
        List<BootFile> bootFiles,
        List<DebianPackage> packages,
        Instant sourceDate,
        String agentVersion) {

    public Manifest {
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new MalformedDocumentException("the name of the image's file is none: " + file);
        }
        partitions = List.copyOf(partitions);
        bootFiles = List.copyOf(bootFiles);
        packages = packages.stream().sorted(DebianPackage.ORDER).toList();
    }

    public static Manifest read(JsonObject json) {
        JsonObject image = json.object("image");
        return new Manifest(
                new ImageName(
                        json.string("profile"),
                        json.string("version"),
                        json.string("architecture")),
                image.string("file"),
                image.integer("size"),
                new Sha256(image.string("sha256")),
                json.objects("partitions", PartitionRecord::read),
                json.objects("boot_files", BootFile::read),
                json.objects("packages", DebianPackage::read),
                instant(json.integer("source_date_epoch")),
                json.string("agent_version"));
    }

    private static Instant instant(long epochSecond) {
        try {
            return Instant.ofEpochSecond(epochSecond);
        } catch (DateTimeException e) {
            throw new MalformedDocumentException("source_date_epoch is no time", e);
        }
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("name", ImageName.PRODUCT)
                .put("version", name.version())
                .put("architecture", name.architecture())
                .put("profile", name.profile())
                .put("agent_version", agentVersion)
                .put("source_date_epoch", sourceDate.getEpochSecond())
                .put(
                        "image",
                        new JsonBuilder()
                                .put("file", file)
                                .put("size", size)
                                .put("sha256", sha256.hex())
                                .build())
                .put("partitions", partitions, PartitionRecord::write)
                .put("boot_files", bootFiles, BootFile::write)
                .put("packages", packages, DebianPackage::write)
                .build();
    }
}
