package org.metalayer.acceptance.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Eventually;

/** What appears in the feed, one after the other, when an approved report is published. */
enum PublishingStep {
    FILES("blobs", ""),
    DOCUMENT("targets/content", ""),
    ROLE("metadata", ".content.json"),
    SNAPSHOT_BEGUN("metadata", ".snapshot.json.new"),
    SNAPSHOT("metadata", ".snapshot.json"),
    TIMESTAMP("metadata", "timestamp.json"),
    MANIFEST("targets/director", ""),
    DIRECTOR("metadata", ".director.json");

    private final String directory;
    private final String ending;

    PublishingStep(String directory, String ending) {
        this.directory = directory;
        this.ending = ending;
    }

    /** What there is of every step before something is published. */
    static Set<String> before(Path feed) throws IOException {
        Set<String> there = new HashSet<>();
        for (PublishingStep step : values()) {
            there.addAll(step.there(feed));
        }
        return there;
    }

    /**
     * Kills the Main System with signal 9 as soon as something new of this step is there.
     *
     * @return whether it died at this step, and not a moment later
     */
    boolean kills(Background system, Path feed, Set<String> before) throws IOException {
        long deadline = System.nanoTime() + Eventually.LIMIT.toNanos();
        while (!isThere(feed, before) && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        system.kill9Now();
        return isThere(feed, before) && (next().isEmpty() || !next().get().isThere(feed, before));
    }

    /** What is there, to stay, once this is over; nothing comes after the last one. */
    private Optional<PublishingStep> next() {
        return switch (this) {
            case FILES -> Optional.of(DOCUMENT);
            case DOCUMENT -> Optional.of(ROLE);
            case ROLE, SNAPSHOT_BEGUN -> Optional.of(SNAPSHOT);
            case SNAPSHOT -> Optional.of(TIMESTAMP);
            case TIMESTAMP -> Optional.of(MANIFEST);
            case MANIFEST -> Optional.of(DIRECTOR);
            case DIRECTOR -> Optional.empty();
        };
    }

    private boolean isThere(Path feed, Set<String> before) throws IOException {
        return !before.containsAll(there(feed));
    }

    /** Its files and when they were written: the timestamp is the one that is replaced. */
    private Set<String> there(Path feed) throws IOException {
        Set<String> there = new HashSet<>();
        try (Stream<Path> files = Files.list(feed.resolve(directory))) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
                there.add(
                        "%s %s %s"
                                .formatted(
                                        name(),
                                        file.getFileName(),
                                        this == TIMESTAMP ? Files.getLastModifiedTime(file) : ""));
            }
        } catch (NoSuchFileException | NotDirectoryException notYet) {
            return there;
        }
        return there;
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
