package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.feed.BrokenReleaseException;
import org.metalayer.agent.feed.RefusedReleaseException;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.trust.UntrustedException;
import org.metalayer.protocol.message.OutcomeResult;

/** What goes wrong while a release is prepared, and whose fault it is. */
final class Setbacks {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Workbench bench;
    private final Backoff backoff;

    Setbacks(Workbench bench, Backoff backoff) {
        this.bench = bench;
        this.backoff = backoff;
    }

    /** What may fail. */
    @FunctionalInterface
    interface Work {
        Installation run() throws IOException;
    }

    /** Does it, unless it failed a short time ago. */
    Progress mind(Installation at, Work preparation) throws IOException {
        Optional<Duration> rest = backoff.rest(at.release().releaseId());
        if (rest.isPresent()) {
            return new Progress.Later(rest.get());
        }
        try {
            return new Progress.Next(preparation.run());
        } catch (NoLongerWantedException e) {
            // The next round gives it up, or leaves it lying, as the director says.
            return new Progress.Later(SOON);
        } catch (DiskFull e) {
            // Makes room again at once; what was downloaded is fetched anew when there is room.
            bench.files().deleteTree(bench.stick().staging(at.component()));
            return failed(at, Ending.noRoom(e.needed()));
        } catch (RefusedReleaseException
                | UntrustedException
                | WrongContentException
                | ProblemException
                | UnexpectedAnswerException e) {
            // Not the release's failure, but somebody's on the line: it says nothing about others.
            backoff.failed(at.release().releaseId(), String.valueOf(e.getMessage()));
            throw e;
        } catch (BrokenReleaseException e) {
            return failed(at, Ending.of(OutcomeResult.FAILED, String.valueOf(e.getMessage())));
        } catch (UnreliableStorageException e) {
            return failed(at, Ending.putOff(String.valueOf(e.getMessage())));
        }
    }

    private static Progress failed(Installation at, Ending ending) {
        return new Progress.Next(at.with(ending).become(Phase.FAILED));
    }
}
