package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.metalayer.acceptance.harness.Finished;

/**
 * The kernel images that a stick can start, while it is out of the computer.
 *
 * @param partition the stick's boot partition, as mtools are told
 * @param work for a copy in between
 */
record BootFiles(String partition, Path work) {
    private static final String FOLDER = "::/EFI/Linux/";

    /** Of what a kernel image is called, with how often it may still be tried. */
    private static final Pattern ENTRY = Pattern.compile("/mlos_(\\d+)(\\+[\\d-]+)?\\.efi");

    /** Puts a file of its own beside one, with one byte that is another. */
    void addTampered(String original, String name) throws IOException, InterruptedException {
        Path copy = work.resolve(name);
        Finished.ok("mcopy", "-i", partition, FOLDER + original, copy.toString());
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy, bytes);
        Finished.ok("mcopy", "-i", partition, copy.toString(), FOLDER + name);
    }

    /** The versions of the system that can be started. */
    List<String> versions() throws IOException, InterruptedException {
        return ENTRY.matcher(listed()).results().map(found -> found.group(1)).sorted().toList();
    }

    /** What is there, as it is listed. */
    String listed() throws IOException, InterruptedException {
        return Finished.ok("mdir", "-b", "-i", partition, FOLDER);
    }
}
