package org.metalayer.agent.enrol;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.net.AgentVersion;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.Usb;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.tuf.client.MetadataStore;

/** Asks to join the fleet and remembers the answer (docs/protocol.md §2). */
public final class Enrolments {

    /** Outcomes are told by whoever the stick is when it tells them. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final MainSystem server;
    private final StickConfig config;
    private final StateFile<StickConfig> configFile;
    private final StickIdentity identity;
    private final Supplier<UsbIdentity> usb;
    private final StateFile<EnrolmentRecord> file;
    private final MetadataStore verified;
    private final InstantSource clock;
    private final SecureRandom random;

    public Enrolments(
            MainSystem server,
            StickConfig config,
            StateFile<StickConfig> configFile,
            StickIdentity identity,
            Supplier<UsbIdentity> usb,
            StateFile<EnrolmentRecord> file,
            MetadataStore verified,
            InstantSource clock,
            SecureRandom random) {
        this.server = server;
        this.config = config;
        this.configFile = configFile;
        this.identity = identity;
        this.usb = usb;
        this.file = file;
        this.verified = verified;
        this.clock = clock;
        this.random = random;
    }

    /** The file that {@link #current} reads. */
    public static StateFile<EnrolmentRecord> file(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(
                files, stick.enrolment(), EnrolmentRecord::read, EnrolmentRecord::write);
    }

    /** What is known without asking; empty before the first answer. */
    public Optional<EnrolmentRecord> current() throws IOException {
        return file.read();
    }

    /**
     * The same, or what is left of it where the record is lost or damaged: enough to finish or undo
     * what is half done, and to do nothing else.
     */
    public Optional<EnrolmentRecord> currentOrLeft() throws IOException {
        try {
            return current().or(this::left);
        } catch (DamagedStateException e) {
            return left();
        }
    }

    private Optional<EnrolmentRecord> left() {
        return verifiedRoot()
                .map(root -> new EnrolmentRecord(NOBODY, EnrolmentState.PENDING, root));
    }

    /**
     * What the Main System said.
     *
     * @param askAgainAfter the pause it asks for while the stick is pending
     */
    public record Asked(EnrolmentRecord record, Duration askAgainAfter) {}

    /**
     * Asks, and pins whom to believe when this is the first answer.
     *
     * @throws TrustChangedException when the answer names other keys than those pinned
     */
    public Asked ask() throws IOException {
        JsonObject answer =
                server.send(
                                Call.post(
                                        "/api/v1/stick/enrolments",
                                        request().sign(identity.key()).encode()))
                        .json();
        try {
            EnrolmentRecord asked = EnrolmentRecord.read(answer);
            EnrolmentRecord pinned =
                    new EnrolmentRecord(asked.stickId(), asked.state(), pin(asked.trust()));
            if (!pinned.state().mayAsk()) {
                forgetCode();
            }
            file.write(pinned);
            return new Asked(pinned, Duration.ofSeconds(answer.integer("retry_after_seconds")));
        } catch (MalformedDocumentException e) {
            throw new UnexpectedAnswerException(
                    "the answer to the enrolment: " + e.getMessage(), e);
        }
    }

    /** Remembers a state that the Main System told by the way. */
    public void noteState(EnrolmentState state) throws IOException {
        Optional<EnrolmentRecord> known = file.read();
        if (known.isPresent() && known.get().state() != state) {
            file.write(known.get().become(state));
        }
    }

    /** Before the answer is written down: an accepted stick does not ask again. */
    private void forgetCode() throws IOException {
        Optional<StickConfig> written = configFile.read();
        if (written.flatMap(StickConfig::enrolmentCode).isPresent()) {
            configFile.write(written.get().withoutEnrolmentCode());
        }
    }

    /**
     * Where the record is lost, what was verified still says from which root on, and settings that
     * name another one do not change that.
     */
    private PinnedRoot pin(PinnedRoot offered) throws IOException {
        PinnedRoot pinned =
                file.read()
                        .map(EnrolmentRecord::trust)
                        .or(this::verifiedRoot)
                        .or(config::trust)
                        .orElse(offered);
        if (!pinned.equals(offered)) {
            throw new TrustChangedException();
        }
        return pinned;
    }

    private Optional<PinnedRoot> verifiedRoot() {
        return verified.firstRoot().map(PinnedRoot::new);
    }

    private Enrolment request() throws IOException {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return new Enrolment(
                identity.moduleId(),
                identity.moduleName(),
                identity.key().publicKey(),
                device(),
                HardwareClass.closest(),
                AgentVersion.CURRENT,
                config.enrolmentCode(),
                HexFormat.of().formatHex(nonce),
                clock.instant());
    }

    private Usb device() throws IOException {
        UsbIdentity found = usb.get();
        return found.descriptor()
                .orElseThrow(() ->
                        new IOException(
                                "this directory is on no USB stick (%s): put it on one, or declare a virtual one with `stick init --virtual SERIAL`"
                                        .formatted(found.evidence())));
    }
}
