package org.metalayer.image.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.ToolRun;
import org.metalayer.image.tool.Tools;

/**
 * The FAT file system of an EFI partition, with mtools. Paths in it are such as {@code
 * metalayer/fleet.json}.
 */
public final class Esp {

    private static final Pattern SERIAL = Pattern.compile("serial number: ([0-9A-F]{8})");

    private static final String ROOT = "::/";

    private final String place;

    /**
     * The file system in a part of a disk or an image.
     *
     * @param file the disk or the image
     */
    public Esp(Path file, Partition partition) {
        this.place = "%s@@%s".formatted(file, partition.start());
    }

    /** What the file holds; empty when it does not exist. */
    public Optional<byte[]> read(String path) throws IOException {
        ToolRun run = Tools.run(Tool.MTYPE, List.of("-i", place, "::/" + path));
        return run.isSuccess() ? Optional.of(run.bytes()) : Optional.empty();
    }

    /** Writes a file in a folder that exists, in the place of one of its name. */
    public void write(String path, byte[] content) throws IOException {
        Tools.run(Tool.MCOPY, List.of("-D", "o", "-i", place, "-", "::/" + path), content)
                .required();
    }

    /** Makes a folder unless it is there. */
    public void createFolder(String path) throws IOException {
        if (!Tools.run(Tool.MDIR, List.of("-b", "-i", place, "::/" + path)).isSuccess()) {
            Tools.succeed(Tool.MMD, "-i", place, "::/" + path);
        }
    }

    /** The paths of all files, those in folders of folders, too; none where that is damaged. */
    public List<String> files() throws IOException {
        ToolRun run = Tools.run(Tool.MDIR, List.of("-/", "-a", "-b", "-i", place, ROOT));
        return run.isSuccess()
                ? run.text()
                        .lines()
                        .filter(line -> line.startsWith(ROOT) && !line.endsWith("/"))
                        .map(line -> line.substring(ROOT.length()))
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Gives the file system another id. */
    public void setVolumeId(int id) throws IOException {
        Tools.succeed(Tool.MLABEL, "-N", hex(id), "-i", place, "::");
    }

    /** The id of the file system. */
    public int volumeId() throws IOException {
        Matcher serial = SERIAL.matcher(Tools.succeed(Tool.MINFO, "-i", place, "::"));
        if (!serial.find()) {
            throw new ImageException("the EFI partition has no volume id");
        }
        return Integer.parseUnsignedInt(serial.group(1), 16);
    }

    private static String hex(int id) {
        return String.format(Locale.ROOT, "%08X", id);
    }
}
