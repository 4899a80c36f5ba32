package org.metalayer.protocol.system;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.health.ComponentDescriptor;

/**
 * The files of a release of an operating system or of an agent: its {@code component.json}, and
 * each part cut into pieces, {@code root/00000}, {@code root/00001} and so on. Pieces that two
 * releases share are transferred once.
 *
 * @param pieces of each part, in their order
 */
public record SystemFiles(FileEntry descriptor, Map<SystemPart, List<FileEntry>> pieces) {

    /** The component whose releases are operating systems. */
    public static final ComponentName COMPONENT = new ComponentName("os");

    /** The component whose releases are agents. */
    public static final ComponentName AGENT = new ComponentName("agent");

    public SystemFiles {
        Map<SystemPart, List<FileEntry>> copy = new EnumMap<>(SystemPart.class);
        pieces.forEach((part, files) -> copy.put(part, List.copyOf(files)));
        pieces = Map.copyOf(copy);
    }

    /** Whether a component is a part of the system and does not lie among the owner's files. */
    public static boolean isOf(ComponentName component) {
        return component.equals(COMPONENT) || component.equals(AGENT);
    }

    /** Sorts the files of an operating system's release. */
    public static SystemFiles of(FileManifest files) {
        return of(COMPONENT, files);
    }

    /**
     * Sorts the files of a release.
     *
     * @throws MalformedDocumentException when it holds something else, too little or too much
     */
    public static SystemFiles of(ComponentName component, FileManifest files) {
        FileEntry descriptor =
                Optional.ofNullable(files.files().get(ComponentDescriptor.PATH))
                        .filter(file -> file.size() <= ComponentDescriptor.MAX_LENGTH)
                        .orElseThrow(() ->
                                new MalformedDocumentException(
                                        "a system has a component.json of at most %d bytes"
                                                .formatted(ComponentDescriptor.MAX_LENGTH)));
        Map<SystemPart, List<FileEntry>> pieces = new EnumMap<>(SystemPart.class);
        int sorted = 1;
        List<SystemPart> parts =
                component.equals(AGENT) ? SystemPart.OF_AGENT : SystemPart.OF_SYSTEM;
        for (SystemPart part : parts) {
            List<FileEntry> own = pieces(part, files);
            requireSize(part, own);
            pieces.put(part, own);
            sorted += own.size();
        }
        if (sorted != files.files().size()) {
            throw new MalformedDocumentException(
                    "a system has component.json and pieces of its parts, here are other files");
        }
        return new SystemFiles(descriptor, pieces);
    }

    /** The path of a piece. */
    public static RelativePath path(SystemPart part, int number) {
        return new RelativePath(String.format(Locale.ROOT, "%s/%05d", part.folder(), number));
    }

    public List<FileEntry> pieces(SystemPart part) {
        return pieces.getOrDefault(part, List.of());
    }

    /** Every piece of every part. */
    public Stream<FileEntry> all() {
        return Stream.of(SystemPart.values()).flatMap(part -> pieces(part).stream());
    }

    /** In bytes. */
    public long size(SystemPart part) {
        return size(pieces(part));
    }

    private static List<FileEntry> pieces(SystemPart part, FileManifest files) {
        List<FileEntry> pieces = new ArrayList<>();
        FileEntry next = files.files().get(path(part, 0));
        while (next != null) {
            if (next.mode() == FileMode.EXECUTABLE
                    || next.size() == 0
                    || next.size() > Cutter.MAX_PIECE) {
                throw new MalformedDocumentException(
                        "%s is no piece: 1 to %d bytes, not executable"
                                .formatted(next.path(), Cutter.MAX_PIECE));
            }
            pieces.add(next);
            next = files.files().get(path(part, pieces.size()));
        }
        return pieces;
    }

    private static void requireSize(SystemPart part, List<FileEntry> pieces) {
        if (pieces.isEmpty() || size(pieces) > part.maxSize()) {
            throw new MalformedDocumentException(
                    "the %s of a system has 1 to %d bytes, here are %d"
                            .formatted(part.folder(), part.maxSize(), size(pieces)));
        }
    }

    private static long size(List<FileEntry> pieces) {
        return pieces.stream().mapToLong(FileEntry::size).sum();
    }
}
