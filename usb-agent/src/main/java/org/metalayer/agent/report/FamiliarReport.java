package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.stick.AgentLog;
import org.metalayer.agent.stick.Nudge;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.UpgradeType;

/**
 * The earlier guide's way to propose an upgrade: {@code report <module_id> <module_name> <type>
 * <description> [--file F]… [--feature X]…}.
 *
 * <p>The component is named after the module: {@code Music Player} is {@code music-player}. A file
 * inside {@code module/<component>} is proposed as it lies there; any other file is first copied
 * into that directory under its own name, where it takes no place of a file that the owner made or
 * changed. Without files, every change that the stick detects in the component is proposed. The
 * report is signed and durable on the stick when the call returns, also offline; the agent sends
 * it.
 */
public final class FamiliarReport {

    private final StickDirectory stick;
    private final Storage storage;
    private final InstantSource clock;

    /**
     * @param stick a prepared stick's directory
     * @throws org.metalayer.agent.stick.NotAStickException when it is not prepared
     */
    public FamiliarReport(Path stick) {
        this(StickDirectory.existing(stick), Storage.ofProcess(), InstantSource.system());
    }

    FamiliarReport(StickDirectory stick, Storage storage, InstantSource clock) {
        this.stick = stick;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * Proposes an upgrade.
     *
     * @param moduleId of this very stick
     * @param moduleName names the component
     * @param type one of {@link UpgradeType}, in lower case
     * @param files paths of changed files; a relative one is looked for in the component first,
     *     then in the working directory
     * @throws MalformedDocumentException when a value is not what it must be
     * @throws IOException when there is nothing to propose or a file cannot be read
     */
    public SpooledReport propose(
            String moduleId,
            String moduleName,
            String type,
            String description,
            List<String> files,
            List<String> features)
            throws IOException {
        requireThisStick(new ModuleId(moduleId));
        UpgradeType kind = UpgradeType.parse(type);
        ComponentName component = componentNamed(moduleName);
        Optional<Set<RelativePath>> only =
                files.isEmpty() ? Optional.empty() : Optional.of(collect(component, files));
        SpooledReport report =
                Reports.of(stick, storage, clock)
                        .propose(
                                new Proposal(
                                        component, kind, description, features, List.of(), only));
        Nudge.send(stick);
        return report;
    }

    /** The component that is meant by a module's name. */
    public static ComponentName componentNamed(String moduleName) {
        String slug =
                Normalizer.normalize(moduleName, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return new ComponentName(slug.substring(0, Math.min(slug.length(), 64)));
    }

    private void requireThisStick(ModuleId given) throws IOException {
        ModuleId own = StickConfig.of(stick, storage.files()).moduleId();
        if (!own.equals(given)) {
            throw new NothingToReportException(
                    "the stick in %s is %s, not %s".formatted(stick.root(), own, given));
        }
    }

    private Set<RelativePath> collect(ComponentName component, List<String> files)
            throws IOException {
        Set<RelativePath> paths = new LinkedHashSet<>();
        for (String file : files) {
            paths.add(inside(component, file));
        }
        return paths;
    }

    private RelativePath inside(ComponentName component, String file) throws IOException {
        Path content = stick.content(component);
        if (RelativePath.objectionTo(file).isEmpty()
                && Files.exists(RawPath.resolve(content, file), LinkOption.NOFOLLOW_LINKS)) {
            return new RelativePath(file);
        }
        Path given = RawPath.resolve(Path.of("").toAbsolutePath(), file).normalize();
        return given.startsWith(content) && !given.equals(content)
                ? new RelativePath(
                        RawPath.relativize(content, given)
                                .orElseThrow(() -> FilesFromElsewhere.noText(given)))
                : new FilesFromElsewhere(stick, storage, log()).bring(given, component);
    }

    private AgentLog log() {
        return new AgentLog(stick.log(), clock, Optional.empty());
    }
}
