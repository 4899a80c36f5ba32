package org.metalayer.cli.stick;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Reasons;

/**
 * A stick without hardware, in a directory of this computer.
 *
 * @param root absolute
 */
public record VirtualStick(String moduleId, String moduleName, Path root) {
    private static final String POLL_SECONDS = "5";

    /** Whether a Main System has let it in, as far as it knows. */
    public boolean isEnrolled() {
        return exists() && enrolment().filter(state -> state != EnrolmentState.PENDING).isPresent();
    }

    /**
     * Creates it where it does not exist, and points it to where the Main System answers now.
     *
     * @param code lets it in; needed only until it has been
     */
    public void prepare(URI server, Optional<String> code) {
        try {
            if (exists()) {
                adjust(server, code);
            } else {
                create(server, code);
            }
        } catch (IOException e) {
            throw failure(Reasons.of(e), e);
        }
    }

    /** Whether its directory has been prepared. */
    public boolean exists() {
        return directory().config().toFile().isFile();
    }

    private StickDirectory directory() {
        return new StickDirectory(root);
    }

    private Optional<EnrolmentState> enrolment() {
        try {
            LocalParts local = AgentLoop.open(directory());
            return local.enrolmentFile().read().map(EnrolmentRecord::state);
        } catch (IOException e) {
            throw failure(Reasons.of(e), e);
        }
    }

    private void create(URI server, Optional<String> code) throws IOException {
        List<String> init =
                new ArrayList<>(
                        List.of(
                                "init",
                                "--dir=" + root,
                                "--server=" + server,
                                "--module-id=" + moduleId,
                                "--module-name=" + moduleName,
                                "--virtual=VIRTUAL-" + moduleId,
                                "--poll-seconds=" + POLL_SECONDS));
        code.ifPresent(secret -> init.add("--enrolment-code=" + secret));
        AgentRun run = AgentRun.of(init);
        if (run.exitCode() != 0) {
            throw new CliException(run.complaint());
        }
    }

    private void adjust(URI server, Optional<String> code) throws IOException {
        Storage storage = Storage.ofProcess();
        StickConfig now = StickConfig.of(directory(), storage.files());
        StickConfig wanted =
                new StickConfig(
                        server,
                        now.moduleId(),
                        now.moduleName(),
                        now.virtualSerial(),
                        code.or(now::enrolmentCode),
                        now.trust(),
                        now.intervals(),
                        now.headroom());
        if (!wanted.equals(now)) {
            StickConfig.file(directory(), storage.files()).write(wanted);
        }
    }

    private CliException failure(String reason, Exception cause) {
        return new CliException(
                "the stick in %s cannot be prepared: %s".formatted(root, reason), cause);
    }
}
