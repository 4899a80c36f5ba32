package org.metalayer.image.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.build.Agent;
import org.metalayer.image.bundle.ImageName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.system.Cutter;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/**
 * An agent as the files of a release: one native program for the sticks of one architecture.
 *
 * @param architecture as images name it
 */
public record AgentProgram(Path file, SystemVersion version, String architecture) {

    private static final List<String> PROFILES = List.of("console", "kiosk");

    /**
     * Looks at a program, and asks it for its version unless that is given.
     *
     * @throws ImageException when no stick could run it
     */
    public static AgentProgram of(Path file, Optional<SystemVersion> given) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ImageException("there is no file " + file);
        }
        String architecture = ElfHeader.architecture(file).orElseThrow(() -> noProgram(file));
        if (Files.size(file) > SystemPart.PROGRAM.maxSize()) {
            throw new ImageException(
                    "%s is larger than sticks take: %s bytes at most"
                            .formatted(file, SystemPart.PROGRAM.maxSize()));
        }
        return new AgentProgram(
                file, given.isPresent() ? given.get() : version(file), architecture);
    }

    /** Writes the files into an empty directory. */
    public void layOut(Path directory) throws IOException {
        MessageDigest digest = Sha256.digest();
        Files.createDirectories(directory.resolve(SystemPart.PROGRAM.folder()));
        try (InputStream in =
                new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file), 1 << 20), digest)) {
            int[] number = {0};
            Cutter.cut(
                    in,
                    piece ->
                            Files.write(
                                    directory.resolve(
                                            SystemFiles.path(SystemPart.PROGRAM, number[0]++)
                                                    .value()),
                                    piece));
        }
        SystemDescriptor descriptor = new SystemDescriptor(version, Sha256.finish(digest.digest()));
        JsonBuilder component =
                new JsonBuilder()
                        .put("title", "Agent")
                        .strings("hardware_classes", PROFILES, this::hardwareClass);
        Files.writeString(
                directory.resolve(ComponentDescriptor.PATH.value()),
                Json.pretty(descriptor.putAgent(component).build()));
    }

    private static SystemVersion version(Path file) {
        try {
            return new SystemVersion(Agent.of(file.toAbsolutePath()).version());
        } catch (IOException | ImageException | MalformedDocumentException e) {
            throw new ImageException(
                    "%s does not say which version it is (%s): give --agent-version"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private String hardwareClass(String profile) {
        return "%s-%s-%s".formatted(ImageName.PRODUCT, profile, architecture);
    }

    private static ImageException noProgram(Path file) {
        return new ImageException(
                "%s is no native program of amd64 or arm64: make one with ./metalayer build --native"
                        .formatted(file));
    }
}
