package org.metalayer.agent.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Contributor;

/** Who the stick is. The names are what people call it; the key is what proves it. */
public record StickIdentity(ModuleId moduleId, ModuleName moduleName, SigningKey key) {

    /**
     * The identity of a prepared stick; its key is made at the first call. One that is lost later
     * is not made anew: nobody would notice that this is another stick now.
     */
    public static StickIdentity of(StickDirectory stick, StickConfig config, DurableFiles files)
            throws IOException {
        return new StickIdentity(
                config.moduleId(),
                config.moduleName(),
                hasHadKey(stick)
                        ? KeyFile.loadExisting(stick.key())
                        : KeyFile.loadOrCreate(stick.key(), files, SecureRandom::new));
    }

    /** Whether it had a key and has none any more. */
    public static boolean hasLostKey(StickDirectory stick) {
        return hasHadKey(stick) && Files.notExists(stick.key());
    }

    /**
     * Before anything is written for a stick.
     *
     * @throws IOException when its key was lost
     */
    public static void requireKeyIfItHadOne(StickDirectory stick) throws IOException {
        if (hasHadKey(stick)) {
            KeyFile.loadExisting(stick.key());
        }
    }

    /** Whether anything here was answered to a key. */
    private static boolean hasHadKey(StickDirectory stick) {
        return Stream.of(stick.enrolment(), stick.ratchet(), stick.trust()).anyMatch(Files::exists);
    }

    /** Whether the stick has not become another one since. */
    public boolean isStillOf(StickDirectory stick) throws IOException {
        return KeyFile.holds(stick.key(), key);
    }

    /** As it stands in reports and releases. */
    public Contributor contributor() {
        return new Contributor(moduleId, moduleName);
    }
}
