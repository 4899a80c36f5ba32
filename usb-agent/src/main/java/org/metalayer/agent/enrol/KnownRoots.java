package org.metalayer.agent.enrol;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.tuf.client.MetadataStore;

/** The first root that a stick trusts already, wherever that is written down. */
public final class KnownRoots {

    private KnownRoots() {}

    /**
     * One that it trusts in the place of {@code first}; empty where that would be no change. What
     * it was prepared with counts only as long as nobody has answered, as for {@link Enrolments}.
     */
    public static Optional<PinnedRoot> otherThan(
            PinnedRoot first, StickDirectory stick, DurableFiles files) throws IOException {
        List<PinnedRoot> answered =
                Stream.of(enrolled(stick, files), verified(stick))
                        .flatMap(Optional::stream)
                        .toList();
        Stream<PinnedRoot> trusted =
                answered.isEmpty() ? prepared(stick, files).stream() : answered.stream();
        return trusted.filter(known -> !known.equals(first)).findFirst();
    }

    /** What is damaged here is still to be read from what was verified. */
    private static Optional<PinnedRoot> enrolled(StickDirectory stick, DurableFiles files)
            throws IOException {
        try {
            return Enrolments.file(stick, files).read().map(EnrolmentRecord::trust);
        } catch (DamagedStateException e) {
            return Optional.empty();
        }
    }

    private static Optional<PinnedRoot> prepared(StickDirectory stick, DurableFiles files)
            throws IOException {
        return StickConfig.file(stick, files).read().flatMap(StickConfig::trust);
    }

    private static Optional<PinnedRoot> verified(StickDirectory stick) {
        return new MetadataStore(stick.trust()).firstRoot().map(PinnedRoot::new);
    }
}
