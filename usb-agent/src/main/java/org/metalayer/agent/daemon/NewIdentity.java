package org.metalayer.agent.daemon;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.enrol.KnownRoots;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.KeyFile;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.tuf.client.MetadataStore;

/**
 * Makes a copy of a stick a stick of its own. The old key goes before anything else: meanwhile the
 * agent does not start, so that a cut leaves a stick as it was, or one that has yet to enrol, or
 * one that waits for this to be said again, and none that speaks in two names. Its content and what
 * waits to be sent stay, and so does whom it trusts unless the owner brings another first root, of
 * a Main System that was set up anew.
 */
public final class NewIdentity {

    private static final int LONGEST_ID = 64;
    private static final int MARK = 6;

    private NewIdentity() {}

    /**
     * What the owner wants to be otherwise.
     *
     * @param moduleId the new one; otherwise the old one with a mark behind it
     * @param code accepts the stick at once
     * @param server where the Main System is now
     * @param trust the first root to believe from now on
     */
    public record Wishes(
            Optional<ModuleId> moduleId,
            Optional<String> code,
            Optional<URI> server,
            Optional<PinnedRoot> trust) {

        public static final Wishes NONE =
                new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        private StickConfig appliedTo(StickConfig config, SigningKey key) {
            StickConfig renamed =
                    config.renamed(moduleId.orElseGet(() -> marked(config.moduleId(), key)), code);
            StickConfig moved = server.map(renamed::at).orElse(renamed);
            return trust.map(moved::trusting).orElse(moved);
        }
    }

    /**
     * Makes the new key.
     *
     * @param lock shows that no agent works on this stick
     */
    public static ModuleId make(
            StickDirectory stick, Storage storage, Wishes wishes, StickLock lock)
            throws IOException {
        DurableFiles files = storage.files().withBallast(stick.ballast());
        SigningKey key = SigningKey.generate(new SecureRandom());
        StickConfig wished = wishes.appliedTo(StickConfig.of(stick, files), key);
        boolean leaves = leaves(wished, stick, files);
        if (leaves) {
            FormerMainSystem.requireNothingHalfDone(stick, files);
        }
        Optional<EnrolmentRecord> enrolment = enrolment(wished, stick, files);
        files.delete(stick.key());
        StickConfig.file(stick, files).write(wished);
        if (leaves) {
            FormerMainSystem.forget(
                    stick,
                    storage,
                    files,
                    new StickIdentity(wished.moduleId(), wished.moduleName(), key));
        } else {
            enrolAnew(enrolment, Enrolments.file(stick, files));
        }
        KeyFile.write(stick.key(), files, key);
        files.delete(stick.notices());
        return wished.moduleId();
    }

    /** Also where a cut kept it from being forgotten whom the settings name no more. */
    private static boolean leaves(StickConfig wished, StickDirectory stick, DurableFiles files)
            throws IOException {
        return wished.trust().isPresent()
                && KnownRoots.otherThan(wished.trust().get(), stick, files).isPresent();
    }

    /** A damaged one is not needed where something else says whom to believe. */
    private static Optional<EnrolmentRecord> enrolment(
            StickConfig wished, StickDirectory stick, DurableFiles files) throws IOException {
        try {
            return Enrolments.file(stick, files).read();
        } catch (DamagedStateException e) {
            if (wished.trust().isEmpty()
                    && new MetadataStore(stick.trust()).firstRoot().isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static void enrolAnew(
            Optional<EnrolmentRecord> known, StateFile<EnrolmentRecord> enrolment)
            throws IOException {
        if (known.isPresent()) {
            enrolment.write(known.get().become(EnrolmentState.PENDING));
        } else {
            enrolment.delete();
        }
    }

    private static ModuleId marked(ModuleId old, SigningKey key) {
        String mark = "_" + key.publicKey().keyId().substring(0, MARK);
        String kept =
                old.value()
                        .substring(0, Math.min(old.value().length(), LONGEST_ID - mark.length()));
        return new ModuleId(kept + mark);
    }
}
