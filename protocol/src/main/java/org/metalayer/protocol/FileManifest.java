package org.metalayer.protocol;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a component, by path. Paths are unique, also where case or Unicode form is ignored,
 * and no file is a directory of another (docs/protocol.md §6), so that the same tree can be laid
 * out on any file system.
 */
public record FileManifest(SortedMap<RelativePath, FileEntry> files) {
    public static final int MAX_FILES = 10_000;
    public static final long MAX_TOTAL_SIZE = 8L << 30;
    public static final FileManifest EMPTY = new FileManifest(new TreeMap<>());

    public FileManifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (files.size() > MAX_FILES) {
            throw new MalformedDocumentException(
                    "a component has at most %d files, here are %d"
                            .formatted(MAX_FILES, files.size()));
        }
        long total = 0;
        Map<String, RelativePath> folded = HashMap.newHashMap(files.size());
        for (FileEntry file : files.values()) {
            total += file.size();
            if (file.path().isPassedOver()) {
                throw new MalformedDocumentException(
                        file.path()
                                + " is an editor's leftover or in a hidden folder: leave it out");
            }
            RelativePath clash = folded.put(file.path().folded(), file.path());
            if (clash != null) {
                throw new MalformedDocumentException(
                        "%s and %s differ only in case".formatted(clash, file.path()));
            }
        }
        if (total > MAX_TOTAL_SIZE) {
            throw new MalformedDocumentException(
                    "a component has at most %d bytes, here are %d"
                            .formatted(MAX_TOTAL_SIZE, total));
        }
        refuseFilesUsedAsDirectories(folded);
        refuseDirectoriesThatDifferInCase(files.keySet());
    }

    /** Builds a manifest; a path that is named twice is refused. */
    public static FileManifest of(Collection<FileEntry> entries) {
        TreeMap<RelativePath, FileEntry> files = new TreeMap<>();
        for (FileEntry entry : entries) {
            if (files.put(entry.path(), entry) != null) {
                throw new MalformedDocumentException(entry.path() + " is named twice");
            }
        }
        return new FileManifest(files);
    }

    /** The files in path order. */
    public List<FileEntry> entries() {
        return List.copyOf(files.values());
    }

    public long totalSize() {
        return files.values().stream().mapToLong(FileEntry::size).sum();
    }

    /** Every distinct content, in path order. */
    public Set<Sha256> digests() {
        Set<Sha256> digests = new LinkedHashSet<>();
        files.values().forEach(file -> digests.add(file.sha256()));
        return digests;
    }

    private static void refuseFilesUsedAsDirectories(Map<String, RelativePath> folded) {
        for (Map.Entry<String, RelativePath> entry : folded.entrySet()) {
            String path = entry.getKey();
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                RelativePath file = folded.get(path.substring(0, slash));
                if (file != null) {
                    throw new MalformedDocumentException(
                            "%s is a file and a directory of %s".formatted(file, entry.getValue()));
                }
            }
        }
    }

    private static void refuseDirectoriesThatDifferInCase(Set<RelativePath> paths) {
        Map<String, String> folded = new HashMap<>();
        for (RelativePath file : paths) {
            String path = file.value();
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String directory = path.substring(0, slash);
                String clash = folded.putIfAbsent(RelativePath.fold(directory), directory);
                if (clash != null && !clash.equals(directory)) {
                    throw new MalformedDocumentException(
                            "the directories %s and %s differ only in case"
                                    .formatted(clash, directory));
                }
            }
        }
    }
}
