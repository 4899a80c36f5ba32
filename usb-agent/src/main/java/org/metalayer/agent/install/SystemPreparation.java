package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.files.Tree;
import org.metalayer.agent.system.BootedSystem;
import org.metalayer.agent.system.Extent;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;

/**
 * {@link Phase#DOWNLOADING} of an operating system: fetches the pieces that the running one does
 * not have. Nothing of what the computer boots is touched.
 */
final class SystemPreparation implements Step {

    private final Workbench bench;
    private final SystemDoor door;
    private final SystemDescriptors descriptors;
    private final Releases releases;
    private final Mandate mandate;
    private final Stager stager;
    private final Setbacks setbacks;

    SystemPreparation(
            Workbench bench,
            SystemDoor door,
            Releases releases,
            Mandate mandate,
            Stager stager,
            Setbacks setbacks) {
        this.bench = bench;
        this.door = door;
        this.descriptors = new SystemDescriptors(bench);
        this.releases = releases;
        this.mandate = mandate;
        this.stager = stager;
        this.setbacks = setbacks;
    }

    @Override
    public Progress take(Installation at) throws IOException {
        return setbacks.mind(at, () -> prepare(at));
    }

    private Installation prepare(Installation at) throws IOException {
        ReleaseDocument release = releases.fetch(at.release());
        Optional<BootedSystem> booted = door.booted();
        if (booted.isEmpty()) {
            return failed(at, "this computer was not booted from the stick");
        }
        try {
            return prepare(
                    at, release, SystemFiles.of(at.component(), release.files()), booted.get());
        } catch (MalformedDocumentException e) {
            return failed(at, String.valueOf(e.getMessage()));
        }
    }

    private Installation prepare(
            Installation at, ReleaseDocument release, SystemFiles parts, BootedSystem booted)
            throws IOException {
        Leave leave = () -> requireMandate(at);
        SystemDescriptor descriptor = descriptor(at, parts, leave);
        bench.journal().plan(at.component(), plan(at, release));
        if (booted.is(descriptor)) {
            return at.become(Phase.ACTIVATED);
        }
        if (descriptor.version().compareTo(booted.version()) <= 0) {
            return at.with(
                            Ending.of(
                                    OutcomeResult.CONFLICT,
                                    "the stick runs version %s already, this is %s"
                                            .formatted(booted.version(), descriptor.version())))
                    .become(Phase.CONFLICT);
        }
        releases.keepRoots(bench.stick().systemRoots());
        return at.with(
                        stager.stage(
                                at.component(),
                                missing(parts, door.pieces(parts)),
                                List.of(),
                                leave))
                .become(Phase.STAGED);
    }

    /**
     * First of all: whether the rest is wanted at all, it says. Once only, as a tree that is laid
     * out takes the place of what an earlier attempt has fetched.
     */
    private SystemDescriptor descriptor(Installation at, SystemFiles parts, Leave leave)
            throws IOException {
        Optional<SystemDescriptor> known = descriptors.find(at.release().releaseId());
        return known.isPresent() ? known.get() : fetchDescriptor(at, parts, leave);
    }

    private SystemDescriptor fetchDescriptor(Installation at, SystemFiles parts, Leave leave)
            throws IOException {
        FileEntry file = parts.descriptor();
        Incoming tree =
                stager.stage(
                        at.component(),
                        new FileSet(new TreeMap<>(Map.of(file.path(), file))),
                        List.of(),
                        leave);
        byte[] json =
                Files.readAllBytes(RawPath.resolve(bench.tree(tree), ComponentDescriptor.PATH));
        SystemDescriptor descriptor = SystemDescriptor.of(at.component(), Json.parseObject(json));
        descriptors.put(at.release().releaseId(), descriptor);
        return descriptor;
    }

    private static FileSet missing(SystemFiles parts, Map<Sha256, Extent> running) {
        SortedMap<RelativePath, FileEntry> missing = new TreeMap<>();
        missing.put(parts.descriptor().path(), parts.descriptor());
        parts.all()
                .filter(piece -> !running.containsKey(piece.sha256()))
                .forEach(piece -> missing.put(piece.path(), piece));
        return new FileSet(missing);
    }

    private Plan plan(Installation at, ReleaseDocument release) throws IOException {
        Installed next =
                new Installed(
                        release.component(),
                        release.releaseId(),
                        release.version(),
                        at.release().rolloutId(),
                        release.files(),
                        FileSet.EMPTY,
                        false,
                        bench.installed()
                                .of(at.component())
                                .map(before ->
                                        new Previous(
                                                Optional.empty(),
                                                FileSet.EMPTY,
                                                Optional.of(before))));
        return Plan.of(Tree.of(FileManifest.EMPTY), FileSet.EMPTY, Optional.of(next));
    }

    private void requireMandate(Installation at) throws IOException {
        if (mandate.isDue() && !mandate.covers(at.release())) {
            throw new NoLongerWantedException(at);
        }
    }

    private static Installation failed(Installation at, String reason) {
        return at.with(Ending.of(OutcomeResult.FAILED, reason)).become(Phase.FAILED);
    }
}
