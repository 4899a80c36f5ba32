package org.metalayer.image.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.ToolRun;
import org.metalayer.image.tool.Tools;

/** The ext4 file system of the data partition, with e2fsprogs. */
public final class Ext4 {

    private static final Pattern ID = Pattern.compile("Filesystem UUID: +([0-9a-f-]{36})");
    private static final Pattern SEED = Pattern.compile("Directory Hash Seed: +([0-9a-f-]{36})");

    private final String place;

    /**
     * The file system in a part of a disk or an image.
     *
     * @param file the disk or the image
     */
    public Ext4(Path file, Partition partition) {
        // e2fsprogs' own notation, which all of its programs take.
        this.place = "%s?offset=%s".formatted(file, partition.start());
    }

    /** Gives it another id. tune2fs also makes the checksums anew that are derived from it. */
    public void setId(UUID id) throws IOException {
        Tools.succeed(Tool.TUNE2FS, "-U", id.toString(), place);
    }

    /** Gives it another seed for the hashes of large folders, of which there are none yet. */
    public void setHashSeed(UUID seed) throws IOException {
        setHashSeed(seed, Map.of());
    }

    /** The same, and notes {@code time} as that of the last change. */
    public void setHashSeed(UUID seed, Instant time) throws IOException {
        setHashSeed(seed, Map.of("E2FSPROGS_FAKE_TIME", Long.toString(time.getEpochSecond())));
    }

    private void setHashSeed(UUID seed, Map<String, String> variables) throws IOException {
        List<String> arguments = List.of("-w", "-R", "ssv hash_seed " + seed, place);
        ToolRun _ = Tools.run(Tool.DEBUGFS, arguments, new byte[0], variables).required();
    }

    public UUID id() throws IOException {
        return find(ID);
    }

    public UUID hashSeed() throws IOException {
        return find(SEED);
    }

    /**
     * Whether it was not unmounted: what its journal holds is put in its place when it is mounted,
     * and until then it may look damaged.
     */
    public boolean isToBeRecovered() throws IOException {
        return Tools.run(Tool.DUMPE2FS, List.of("-h", place))
                .text()
                .lines()
                .anyMatch(line ->
                        line.startsWith("Filesystem features:") && line.contains("needs_recovery"));
    }

    /** Looks for damage without repairing anything. */
    public ToolRun check() throws IOException {
        return Tools.run(Tool.E2FSCK, List.of("-f", "-n", place));
    }

    private UUID find(Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Tools.succeed(Tool.DUMPE2FS, "-h", place));
        if (!found.find()) {
            throw new ImageException("the data partition holds no ext4 file system");
        }
        return UUID.fromString(found.group(1));
    }
}
