package org.metalayer.agent.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.KeyFile;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.trust.PinnedRoot;

/**
 * Makes a copy of a stick a stick of its own. The new key comes first: with it, nothing that the
 * stick remembers in the old one's name counts any more, so that a cut at any point leaves a stick
 * that has yet to enrol. Its content and what waits to be sent stay, and so does whom it trusts
 * unless the owner brings another first root, of a Main System that was set up anew.
 */
public final class NewIdentity {

    private static final int LONGEST_ID = 64;
    private static final int MARK = 6;

    private NewIdentity() {}

    /**
     * Makes the new key.
     *
     * @param wanted the new module id; otherwise the old one with a mark behind it
     * @param code accepts the stick at once
     * @param trust the first root to believe from now on, where it is another one
     * @param lock shows that no agent works on this stick
     */
    public static ModuleId make(
            StickDirectory stick,
            DurableFiles files,
            Optional<ModuleId> wanted,
            Optional<String> code,
            Optional<PinnedRoot> trust,
            StickLock lock)
            throws IOException {
        StickConfig config = StickConfig.of(stick, files);
        SigningKey key = KeyFile.replace(stick.key(), files, new SecureRandom());
        ModuleId moduleId = wanted.orElseGet(() -> marked(config.moduleId(), key));
        StickConfig renamed = config.renamed(moduleId, code);
        if (trust.isPresent()) {
            StickConfig.file(stick, files).write(renamed.trusting(trust.get()));
            forgetMainSystem(stick, files);
        } else {
            enrolAnew(stick, files);
            StickConfig.file(stick, files).write(renamed);
        }
        files.delete(stick.notices());
        return moduleId;
    }

    private static void enrolAnew(StickDirectory stick, DurableFiles files) throws IOException {
        StateFile<EnrolmentRecord> enrolment = Enrolments.file(stick, files);
        Optional<EnrolmentRecord> known = enrolment.read();
        if (known.isPresent()) {
            enrolment.write(known.get().become(EnrolmentState.PENDING));
        }
    }

    /** The pin of the old root goes last: up to then a stick that was cut here believes nobody. */
    private static void forgetMainSystem(StickDirectory stick, DurableFiles files)
            throws IOException {
        files.delete(stick.latestTime());
        files.delete(stick.seenManifest());
        files.delete(stick.feedMark());
        files.deleteTree(stick.trust());
        files.delete(stick.enrolment());
    }

    private static ModuleId marked(ModuleId old, SigningKey key) {
        String mark = "_" + key.publicKey().keyId().substring(0, MARK);
        String kept =
                old.value()
                        .substring(0, Math.min(old.value().length(), LONGEST_ID - mark.length()));
        return new ModuleId(kept + mark);
    }
}
