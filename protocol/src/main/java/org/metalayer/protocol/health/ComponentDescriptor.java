package org.metalayer.protocol.health;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.trust.ReleaseTarget;

/**
 * A component's own {@code component.json} (docs/protocol.md §9).
 *
 * @param title for people
 * @param entry the page to open
 * @param hardwareClasses what it runs on; empty for anything
 * @param health the checks; the entry page is checked when none are declared
 */
public record ComponentDescriptor(
        Optional<String> title,
        Optional<RelativePath> entry,
        List<String> hardwareClasses,
        List<HealthCheck> health) {
    /** Where it stands. */
    public static final RelativePath PATH = new RelativePath("component.json");

    /** In bytes. */
    public static final int MAX_LENGTH = 64 << 10;

    private static final int MAX_CHECKS = 100;

    public ComponentDescriptor {
        title.ifPresent(text -> Texts.line("title", text, 1, 100));
        ReleaseTarget.checkClasses(hardwareClasses);
        hardwareClasses = List.copyOf(hardwareClasses);
        if (health.size() > MAX_CHECKS) {
            throw new MalformedDocumentException("at most %d health checks".formatted(MAX_CHECKS));
        }
        health =
                health.isEmpty() && entry.isPresent()
                        ? List.of(new HealthCheck.CompletePage(entry.get()))
                        : List.copyOf(health);
    }

    /**
     * The descriptor of a component; one without {@code component.json} has no title and no checks.
     *
     * @throws MalformedDocumentException when the file is there and is not what it must be
     */
    public static ComponentDescriptor of(ComponentFiles files) throws IOException {
        OptionalLong size = files.size(PATH);
        if (size.isEmpty()) {
            return new ComponentDescriptor(
                    Optional.empty(), Optional.empty(), List.of(), List.of());
        }
        if (size.getAsLong() > MAX_LENGTH) {
            throw new MalformedDocumentException(
                    "component.json has at most %d bytes".formatted(MAX_LENGTH));
        }
        try (var in = files.open(PATH)) {
            return parse(in.readNBytes(MAX_LENGTH));
        } catch (MalformedDocumentException e) {
            throw new MalformedDocumentException("component.json: " + e.getMessage(), e);
        }
    }

    static ComponentDescriptor parse(byte[] utf8) {
        JsonObject json = Json.parseObject(utf8);
        return new ComponentDescriptor(
                json.optionalString("title"),
                json.optionalString("entry").map(RelativePath::new),
                json.members().containsKey("hardware_classes")
                        ? json.strings("hardware_classes", each -> each)
                        : List.of(),
                json.members().containsKey("health")
                        ? json.objects("health", HealthCheck::read)
                        : List.of());
    }

    /**
     * The faults that the files alone can show; {@link HealthCheck.FreeSpace} is left to the stick.
     */
    public List<String> faults(ComponentFiles files) throws IOException {
        List<String> faults = new ArrayList<>();
        for (HealthCheck check : health) {
            faults.addAll(check.faults(files));
        }
        return List.copyOf(faults);
    }
}
