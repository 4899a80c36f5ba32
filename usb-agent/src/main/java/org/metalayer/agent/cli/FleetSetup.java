package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.setup.FleetFolder;
import org.metalayer.agent.setup.FleetSettings;
import org.metalayer.agent.setup.FreshName;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.trust.PinnedRoot;

/**
 * Prepares a stick with what its image was given for the fleet; does what of that is not done yet.
 *
 * @param random chooses who the stick is
 */
record FleetSetup(StickDirectory stick, Storage storage, RandomGenerator random) {

    /** What came of it. */
    sealed interface Result {

        /** Who the stick is now, if anybody. */
        Optional<StickConfig> config();

        /** The image was given nothing, and all is as it was. */
        record NothingGiven(Optional<StickConfig> config) implements Result {}

        /**
         * The stick is prepared.
         *
         * @param changed whether that is news
         */
        record Ready(StickConfig settings, String keyId, boolean changed) implements Result {
            @Override
            public Optional<StickConfig> config() {
                return Optional.of(settings);
            }
        }
    }

    Result from(FleetFolder folder) throws IOException {
        Preparation preparation = Preparation.of(stick, storage);
        Optional<FleetSettings> settings = folder.settings();
        if (settings.isEmpty()) {
            return new Result.NothingGiven(preparation.known());
        }
        StickConfig config = config(preparation, settings.get(), folder.firstRoot());
        LocalParts local = preparation.complete(config);
        return new Result.Ready(
                config,
                local.identity().key().publicKey().keyId(),
                !preparation.known().equals(Optional.of(config)));
    }

    private StickConfig config(
            Preparation preparation, FleetSettings settings, Optional<Path> rootFile)
            throws IOException {
        Optional<PinnedRoot> root = preparation.trust(rootFile);
        StickConfig before = preparation.known().orElseGet(() -> chosen(settings));
        StickConfig config = root.map(before::trusting).orElse(before).at(settings.server());
        return settings.enrolmentCode().isPresent() && mayOfferCode()
                ? config.withEnrolmentCode(settings.enrolmentCode().get())
                : config;
    }

    private StickConfig chosen(FleetSettings settings) {
        FreshName chosen = FreshName.choose(random);
        return StickConfig.first(settings.server(), chosen.id(), chosen.name());
    }

    /** One that has served is not written down again. */
    private boolean mayOfferCode() throws IOException {
        try {
            return Enrolments.file(stick, storage.files())
                    .read()
                    .map(EnrolmentRecord::state)
                    .map(state -> state == EnrolmentState.PENDING)
                    .orElse(true);
        } catch (DamagedStateException _) {
            return false;
        }
    }
}
