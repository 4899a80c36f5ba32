package org.metalayer.image.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Built images in words and as JSON. */
final class ImageText {

    private ImageText() {}

    static String lines(Path folder, List<BuiltImage> images) {
        return images.isEmpty()
                ? "No images in %s: make one with ./metalayer image build".formatted(folder)
                : images.stream().map(ImageText::line).collect(Collectors.joining("\n"));
    }

    private static String line(BuiltImage image) {
        return switch (image) {
            case BuiltImage.Whole whole -> line(whole, whole.manifest());
            case BuiltImage.Unusable(Path folder, String reason) ->
                    "%s cannot be flashed: %s".formatted(folder, reason);
        };
    }

    private static String line(BuiltImage.Whole whole, Manifest manifest) {
        return "%s  %s  %s %s for %s, agent %s"
                .formatted(
                        whole.image(),
                        Bytes.shown(manifest.size()),
                        manifest.name().profile(),
                        manifest.name().version(),
                        manifest.name().architecture(),
                        manifest.agentVersion());
    }

    static JsonObject json(BuiltImage image) {
        return switch (image) {
            case BuiltImage.Whole whole ->
                    new JsonBuilder()
                            .put("file", whole.image().toString())
                            .put("usable", true)
                            .put("profile", whole.manifest().name().profile())
                            .put("version", whole.manifest().name().version())
                            .put("architecture", whole.manifest().name().architecture())
                            .put("size", whole.manifest().size())
                            .put("sha256", whole.manifest().sha256().hex())
                            .build();
            case BuiltImage.Unusable(Path folder, String reason) ->
                    new JsonBuilder()
                            .put("folder", folder.toString())
                            .put("usable", false)
                            .put("reason", reason)
                            .build();
        };
    }
}
