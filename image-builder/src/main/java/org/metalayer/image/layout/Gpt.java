package org.metalayer.image.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.ToolRun;
import org.metalayer.image.tool.Tools;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * Reads and changes the partition table of a disk or an image, with sfdisk.
 *
 * @param file the disk or the image
 */
public record Gpt(Path file) {

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3})$");

    /**
     * Reads the table.
     *
     * @throws ImageException when there is none
     */
    public PartitionTable read() throws IOException {
        ToolRun run = Tools.run(Tool.SFDISK, List.of("--json", file.toString()));
        if (!run.isSuccess()) {
            throw new ImageException(
                    "%s is no image of a disk: %s".formatted(file, run.lastWord()));
        }
        try {
            JsonObject table = Json.parseObject(run.bytes()).object("partitiontable");
            if (!table.string("label").equals("gpt")) {
                throw new ImageException(
                        "%s has no whole GUID partition table: it is no image, or is cut off"
                                .formatted(file));
            }
            return table(table);
        } catch (MalformedDocumentException e) {
            throw new ImageException(
                    "what sfdisk says of %s is not understood: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    public void setDiskId(UUID id) throws IOException {
        Tools.succeed(Tool.SFDISK, "--quiet", "--disk-id", file.toString(), id.toString());
    }

    public void setPartitionId(Partition partition, UUID id) throws IOException {
        Tools.succeed(
                Tool.SFDISK,
                "--quiet",
                "--part-uuid",
                file.toString(),
                Integer.toString(partition.number()),
                id.toString());
    }

    /** Moves the second copy of the table to the end, where it belongs after growing. */
    public void moveBackupToEnd() throws IOException {
        Tools.succeed(Tool.SFDISK, "--quiet", "--relocate", "gpt-bak-std", file.toString());
    }

    /** Whether both copies of the table are in order; otherwise what is not. */
    public ToolRun check() throws IOException {
        return Tools.run(Tool.SFDISK, List.of("--verify", file.toString()));
    }

    private static PartitionTable table(JsonObject table) {
        long sector = table.integer("sectorsize");
        List<Partition> partitions = new ArrayList<>();
        if (table.members().containsKey("partitions")) {
            partitions.addAll(table.objects("partitions", each -> partition(each, sector)));
        }
        return new PartitionTable(
                id(table.string("id")), (table.integer("lastlba") + 1) * sector, partitions);
    }

    private static Partition partition(JsonObject json, long sector) {
        Matcher number = NUMBER.matcher(json.string("node"));
        if (!number.find()) {
            throw new MalformedDocumentException("a partition without a number");
        }
        return new Partition(
                Integer.parseInt(number.group(1)),
                json.integer("start") * sector,
                json.integer("size") * sector,
                PartitionType.of(json.string("type")),
                id(json.string("uuid")),
                json.optionalString("name").orElse(""));
    }

    private static UUID id(String text) {
        return JsonObject.uuid("id", text.toLowerCase(Locale.ROOT));
    }
}
