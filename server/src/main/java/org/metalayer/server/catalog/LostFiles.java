package org.metalayer.server.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;

/**
 * Files that releases have and that are gone: their number and a few of them, because it may be all
 * of millions.
 */
record LostFiles(long count, List<Sha256> some) {

    static final LostFiles NONE = new LostFiles(0, List.of());

    private static final int SHOWN = 5;

    LostFiles and(Collection<Sha256> more) {
        return new LostFiles(
                count + more.size(),
                Stream.concat(some.stream(), more.stream()).limit(SHOWN).toList());
    }

    /** In words for people, if there are any. */
    Optional<String> trouble() {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        "%s of releases gone, such as %s: restore blobs/ from the backup, then start the Main System again"
                                .formatted(
                                        Texts.count(count, "file"),
                                        some.stream()
                                                .map(Sha256::hex)
                                                .collect(Collectors.joining(", "))));
    }
}
