package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.enrol.KnownRoots;
import org.metalayer.agent.files.AtomicExchange;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.trust.PinnedRoot;

/**
 * Makes a directory a stick, or gives one that is a stick other settings.
 *
 * @param known the settings of before, which are this stick's
 */
record Preparation(StickDirectory stick, Storage storage, Optional<StickConfig> known) {

    /**
     * Looks at what is there.
     *
     * @throws IOException when what a stick is known by is lost or damaged
     */
    static Preparation of(StickDirectory stick, Storage storage) throws IOException {
        Optional<StickConfig> known =
                Files.exists(stick.config())
                        ? StickConfig.file(stick, storage.files()).read()
                        : Optional.empty();
        if (known.isEmpty() && StickIdentity.hasLostKey(stick)) {
            // The other ways out begin with settings.
            throw new FailureException(
                    "the key and the settings of the stick in %s are missing: restore them from a copy, or move %s away and prepare another stick here; what lies in module/ stays"
                            .formatted(stick.root(), stick.control()));
        }
        StickIdentity.requireKeyIfItHadOne(stick);
        return new Preparation(stick, storage, known);
    }

    /**
     * The first root to trust: preparing a stick once more gives it no other one, and takes none
     * from it.
     *
     * @param file that was given, if any
     */
    Optional<PinnedRoot> trust(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return known.flatMap(StickConfig::trust);
        }
        PinnedRoot root = FirstRoot.in(file.get());
        Optional<PinnedRoot> other = KnownRoots.otherThan(root, stick, storage.files());
        if (other.isPresent()) {
            throw new FailureException(
                    "%s trusts the first root %s already, and that of %s is %s: only if the operator says that the Main System was set up anew, run `stick new-identity --trust %s`"
                            .formatted(
                                    stick.root(),
                                    other.get().digest(),
                                    file.get(),
                                    root.digest(),
                                    file.get()));
        }
        return Optional.of(root);
    }

    /**
     * Writes what is new, and a key where there is none yet. Cut off anywhere, doing it again
     * completes it.
     */
    LocalParts complete(StickConfig config) throws IOException {
        storage.files().createDirectories(stick.module());
        storage.files().createDirectories(stick.control());
        if (!known.equals(Optional.of(config))) {
            requireExchanges();
            StickConfig.file(stick, storage.files()).write(config);
        }
        return AgentLoop.open(stick, storage);
    }

    private void requireExchanges() throws IOException {
        if (!AtomicExchange.probe(stick.control())) {
            throw new FailureException(
                    "the file system of %s cannot exchange two folders in one step: use ext4, xfs, btrfs or tmpfs"
                            .formatted(stick.root()));
        }
    }
}
