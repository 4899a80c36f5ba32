package org.metalayer.image.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.ImageName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/**
 * The parts of a built image that another version of it is upgraded with, and what they are.
 *
 * @param hardwareClass of the sticks that it is for
 */
public record SystemParts(
        SystemDescriptor descriptor, String hardwareClass, Map<SystemPart, Path> files) {

    private static final String KERNEL = ".efi";

    /** Endings of their files, which lie beside the image. */
    private static final Map<SystemPart, String> ENDINGS =
            Map.of(
                    SystemPart.KERNEL, KERNEL,
                    SystemPart.VERITY, ".verity.raw",
                    SystemPart.ROOT, ".root.raw");

    public SystemParts {
        files = Map.copyOf(files);
    }

    /**
     * Finds them.
     *
     * @throws ImageException when something is missing, or the version is none that sticks compare
     */
    public static SystemParts of(BuiltImage.Whole image) throws IOException {
        String name = image.manifest().name().toString();
        Map<SystemPart, Path> files = new EnumMap<>(SystemPart.class);
        for (SystemPart part : SystemPart.OF_SYSTEM) {
            Path file = image.folder().resolve(name + ENDINGS.get(part));
            if (!Files.isRegularFile(file)) {
                throw new ImageException("%s is missing: build the image again".formatted(file));
            }
            files.put(part, file);
        }
        return new SystemParts(
                new SystemDescriptor(
                        version(image.manifest().name().version()),
                        rootHash(image.folder().resolve(name + KERNEL))),
                "%s-%s-%s"
                        .formatted(
                                ImageName.PRODUCT,
                                image.manifest().name().profile(),
                                image.manifest().name().architecture()),
                files);
    }

    private static SystemVersion version(String text) {
        try {
            return new SystemVersion(text);
        } catch (MalformedDocumentException e) {
            throw new ImageException(
                    "%s; build one with --image-version".formatted(e.getMessage()), e);
        }
    }

    /** As the kernel's own command line demands it. */
    private static Sha256 rootHash(Path kernel) throws IOException {
        try (InputStream in = Files.newInputStream(kernel)) {
            return RootHashes.in(in.readAllBytes())
                    .orElseThrow(() ->
                            new ImageException(
                                    "%s demands no root, or more than one".formatted(kernel)));
        }
    }
}
