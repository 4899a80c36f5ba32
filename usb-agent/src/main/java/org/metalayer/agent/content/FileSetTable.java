package org.metalayer.agent.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.agent.files.FileSet;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.FileEntryJson;

/**
 * The file sets that one state file is about, each kept once and referred to by its number: what a
 * release holds, what is laid out and what is replaced are mostly the same, and a component may
 * have thousands of files. A file is in the form of the protocol, but its limits do not count here.
 */
public final class FileSetTable {

    private static final String SETS = "file_sets";
    private static final String FILES = "files";

    private final Map<FileSet, Integer> numbers = new LinkedHashMap<>();

    /** What a record refers to; {@link #write} has to follow. */
    public int numberOf(FileSet files) {
        Integer known = numbers.putIfAbsent(files, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** Adds every set that was referred to. */
    public JsonBuilder write(JsonBuilder json) {
        return json.put(SETS, numbers.keySet(), FileSetTable::writeSet);
    }

    /** The sets of a state file by their numbers. */
    public static Sets read(JsonObject json) {
        return new Sets(json.objects(SETS, FileSetTable::readSet));
    }

    /** File sets that records refer to. */
    public record Sets(List<FileSet> all) {

        public Sets {
            all = List.copyOf(all);
        }

        /** The set that the member {@code name} of a record refers to. */
        public FileSet of(String name, JsonObject json) {
            long number = json.integer(name);
            if (number < 0 || number >= all.size()) {
                throw new MalformedDocumentException(
                        "\"%s\" refers to file set %s, there are %s"
                                .formatted(name, number, all.size()));
            }
            return all.get((int) number);
        }
    }

    private static JsonObject writeSet(FileSet set) {
        return new JsonBuilder().put(FILES, set.entries(), FileEntryJson::write).build();
    }

    private static FileSet readSet(JsonObject json) {
        SortedMap<RelativePath, FileEntry> files = new TreeMap<>();
        json.objects(FILES, FileEntryJson::read).forEach(file -> files.put(file.path(), file));
        return new FileSet(files);
    }
}
