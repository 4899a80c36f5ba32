package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.metalayer.protocol.system.SystemVersion;

/**
 * The parts of a stick that a computer boots from. What {@link #write} and the changes of names
 * have done lasts only once it is flushed; everything else lasts when it returns.
 */
public interface SystemStorage {

    /** Both slots, and which of them runs. */
    Slots slots() throws IOException;

    /** In bytes: how much there is room for. */
    long size(Slot.Name slot, Slot.Part part) throws IOException;

    /** Reads as many bytes as fit, past every cache: what is there after a power cut. */
    byte[] read(Slot.Name slot, Slot.Part part, long offset, int length) throws IOException;

    void write(Slot.Name slot, Slot.Part part, long offset, byte[] content) throws IOException;

    void flush(Slot.Name slot, Slot.Part part) throws IOException;

    /** Marks a slot as one whose content means nothing. */
    void labelEmpty(Slot.Name slot) throws IOException;

    /** Labels a slot, and gives its partitions the ids by which the kernel finds them. */
    void label(Slot.Name slot, SystemVersion version, RootHash rootHash) throws IOException;

    /** Names of the files among the boot loader's entries, ours and others. */
    List<String> entries() throws IOException;

    /** Writes a file among them and flushes its content, but not its name. */
    void writeEntry(String name, InputStream content) throws IOException;

    /** Reads a stretch of a file among them, past every cache. */
    byte[] readEntry(String name, long offset, int length) throws IOException;

    void renameEntry(String from, String to) throws IOException;

    void deleteEntry(String name) throws IOException;

    /** Makes the names among the entries last. */
    void flushEntries() throws IOException;
}
