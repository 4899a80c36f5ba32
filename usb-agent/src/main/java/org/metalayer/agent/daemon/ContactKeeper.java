package org.metalayer.agent.daemon;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;

/**
 * Remembers and tells how it stands with the Main System, but only what is new: flash wears out.
 */
final class ContactKeeper {

    /** As exact as "last reached" is: each of these notes costs some 80 kB of flash. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final StateFile<Contact> file;
    private final InstantSource clock;
    private final Consumer<String> log;

    ContactKeeper(
            StickDirectory stick, DurableFiles files, InstantSource clock, Consumer<String> log) {
        this.file = Contact.file(stick, files);
        this.clock = clock;
        this.log = log;
    }

    void wentWell() throws IOException {
        Optional<Contact> before = file.read();
        Instant now = clock.instant();
        boolean wasWell = before.isPresent() && before.get().trouble().isEmpty();
        boolean fresh =
                wasWell
                        && before.get()
                                .reachedAt()
                                .filter(at -> Duration.between(at, now).abs().compareTo(FRESH) < 0)
                                .isPresent();
        if (!fresh) {
            Instant since = wasWell ? before.get().since() : now;
            file.write(new Contact(Optional.of(now), Optional.empty(), since, false));
        }
        if (!wasWell) {
            log.accept("the Main System answers");
        }
    }

    void wentWrong(String trouble, boolean offline) throws IOException {
        Optional<Contact> before = file.read();
        if (before.flatMap(Contact::trouble).filter(trouble::equals).isEmpty()) {
            file.write(
                    new Contact(
                            before.flatMap(Contact::reachedAt),
                            Optional.of(trouble),
                            clock.instant(),
                            offline));
            log.accept(trouble);
        }
    }
}
