package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Proposes upgrades from a program that runs on a stick.
 *
 * <pre>{@code
 * UUID report = new UpgradeReporter("usb_001", "Music Player")
 *         .detectUpgrade("feature", "Playlists", List.of("playlists.js"), List.of("Playlist"));
 * }</pre>
 *
 * <p>The report is signed with the stick's key, and lies on the stick with copies of its files when
 * the call returns: it survives a power cut, needs no network, and later edits do not change it.
 * The agent sends it, once.
 */
public final class UpgradeReporter {

    /** System property that names the stick's directory. */
    public static final String STICK_PROPERTY = "metalayer.stick";

    /** Environment variable that names the stick's directory, where the property does not. */
    public static final String STICK_VARIABLE = "METALAYER_STICK";

    private final String moduleId;
    private final String moduleName;
    private final Path stick;

    /**
     * A reporter for the stick named by {@value #STICK_PROPERTY} or {@value #STICK_VARIABLE}, or
     * the one in the working directory.
     *
     * @param moduleId the stick's id, such as {@code usb_001}
     * @param moduleName names the component: {@code Music Player} is {@code music-player}
     */
    public UpgradeReporter(String moduleId, String moduleName) {
        this(moduleId, moduleName, defaultStick());
    }

    /** A reporter for the stick in a given directory. */
    public UpgradeReporter(String moduleId, String moduleName, Path stick) {
        this.moduleId = moduleId;
        this.moduleName = moduleName;
        this.stick = stick;
    }

    /**
     * Proposes an upgrade; durable when it returns.
     *
     * @param type one of {@link org.metalayer.protocol.UpgradeType}, in lower case
     * @param description 1 to 2,000 characters
     * @param filesChanged the files to propose; empty for every change the stick detects
     * @param newFeatures what people can do now, 1 to 100 characters each
     * @return the report's id
     * @throws org.metalayer.protocol.MalformedDocumentException when a value is not what it must be
     * @throws org.metalayer.agent.stick.NotAStickException when the directory is no stick's
     * @throws IOException when nothing was changed, a file cannot be read, or the stick is full
     */
    public UUID detectUpgrade(
            String type, String description, List<String> filesChanged, List<String> newFeatures)
            throws IOException {
        return new FamiliarReport(stick)
                .propose(moduleId, moduleName, type, description, filesChanged, newFeatures)
                .report()
                .reportId();
    }

    private static Path defaultStick() {
        return Path.of(
                Optional.ofNullable(System.getProperty(STICK_PROPERTY))
                        .or(() -> Optional.ofNullable(System.getenv(STICK_VARIABLE)))
                        .orElse("."));
    }
}
