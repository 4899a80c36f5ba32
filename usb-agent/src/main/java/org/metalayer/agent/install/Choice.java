package org.metalayer.agent.install;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.message.DeploymentEntry;

/** Whether an offer is taken up now. */
final class Choice {

    private final StickDirectory stick;
    private final ContentScanner scanner;

    private final Backoff backoff;

    Choice(StickDirectory stick, ContentScanner scanner, Backoff backoff) {
        this.stick = stick;
        this.scanner = scanner;
        this.backoff = backoff;
    }

    /**
     * The order to install, if it is to begin now.
     *
     * @param request what the owner asked for
     * @param last what came of the last attempt
     */
    Optional<Order> of(
            DeploymentEntry entry, Optional<OwnerRequest> request, Optional<Attempt> last)
            throws IOException {
        if (!entry.state().mayBegin()) {
            return Optional.empty();
        }
        ReleaseRef release = ReleaseRef.of(entry);
        Optional<OwnerRequest> wish =
                request.filter(asked -> asked.verb() == OwnerRequest.Verb.INSTALL);
        Optional<Attempt> before = last.filter(attempt -> attempt.isOf(release));
        boolean now =
                wish.isPresent()
                        || (before.isPresent()
                                ? mayTryAgain(before.get())
                                : entry.strategy() != Strategy.OPTIONAL);
        Resolution resolution = wish.map(OwnerRequest::resolution).orElse(Resolution.ASK);
        return now
                ? Optional.of(Order.of(release, resolution, entry.verifyFor()))
                : Optional.empty();
    }

    private boolean mayTryAgain(Attempt attempt) throws IOException {
        Ending ending = attempt.ending();
        if (ending.conflicts().isPresent()) {
            return !Conflicts.digest(scanner.scan(attempt.release().component()))
                    .equals(ending.conflicts().get().ownersFiles());
        }
        if (ending.room() > 0) {
            return DiskSpace.free(stick.control()) >= ending.room();
        }
        return ending.again() && isItsTurn(attempt);
    }

    private boolean isItsTurn(Attempt attempt) {
        UUID release = attempt.release().releaseId();
        if (backoff.rest(release).isPresent()) {
            return false;
        }
        backoff.failed(release, attempt.ending().reason());
        return true;
    }
}
