package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

/** Reads and changes the names in a disk's partition table with {@code sfdisk}. */
class PartitionTool {

    private static final int MAX_OUTPUT = 256 << 10;

    private final Path device;

    PartitionTool(Path device) {
        this.device = device;
    }

    /** All partitions, in the order of the table. */
    List<TableEntry> table() throws IOException {
        byte[] json = run("--json", device.toString());
        try {
            return Json.parseObject(json)
                    .object("partitiontable")
                    .objects("partitions", TableEntry::read);
        } catch (MalformedDocumentException e) {
            throw new IOException("the partition table cannot be read: " + e.getMessage(), e);
        }
    }

    /** Lasts when it returns. */
    void label(TableEntry partition, String label) throws IOException {
        change("--part-label", partition, label);
    }

    /** Lasts when it returns; the kernel calls the partition so from the next start on. */
    void identify(TableEntry partition, UUID id) throws IOException {
        change("--part-uuid", partition, id.toString());
    }

    private void change(String what, TableEntry partition, String value) throws IOException {
        // The disk is in use: the kernel need not and cannot read its table anew.
        run(
                "--no-reread",
                "--no-tell-kernel",
                what,
                device.toString(),
                String.valueOf(partition.number()),
                value);
    }

    /** Runs it; tests take its place. */
    byte[] run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/sfdisk"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            process.getOutputStream().close();
            byte[] output = out.readNBytes(MAX_OUTPUT);
            String trouble = new String(err.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("the partition table was not changed: " + trouble.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
