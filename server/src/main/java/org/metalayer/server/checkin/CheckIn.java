package org.metalayer.server.checkin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.server.fleet.InstalledComponent;

/**
 * What a stick says of itself (protocol §4). Its own clock is not used: it may be years off.
 *
 * @param hardwareClass of what it runs on now; empty where an older agent does not say
 * @param freeBytes space left on the stick
 */
public record CheckIn(
        String agentVersion,
        Optional<String> hardwareClass,
        List<InstalledComponent> installed,
        long freeBytes) {

    private static final int MOST_COMPONENTS = 200;

    public CheckIn {
        Texts.line("agent_version", agentVersion, 1, 64);
        hardwareClass.ifPresent(name -> Texts.line("hardware_class", name, 1, 64));
        installed = List.copyOf(installed);
        if (installed.size() > MOST_COMPONENTS) {
            throw new MalformedDocumentException(
                    "\"installed\" has at most %d components".formatted(MOST_COMPONENTS));
        }
        if (installed.stream().map(InstalledComponent::component).distinct().count()
                != installed.size()) {
            throw new MalformedDocumentException("\"installed\" names a component twice");
        }
        if (freeBytes < 0) {
            throw new MalformedDocumentException("\"free_bytes\" must not be negative");
        }
    }

    /** Reads a body as it was received. */
    public static CheckIn parse(byte[] body) {
        JsonObject json = Json.parseObject(body);
        json.instant("clock");
        return new CheckIn(
                json.string("agent_version"),
                json.optionalString("hardware_class"),
                json.objects("installed", CheckIn::installed),
                json.integer("free_bytes"));
    }

    private static InstalledComponent installed(JsonObject json) {
        return new InstalledComponent(
                new ComponentName(json.string("component")).value(),
                atLeast(1, "version", json),
                json.uuid("release_id"),
                atLeast(0, "local_changes", json));
    }

    private static int atLeast(int least, String name, JsonObject json) {
        long number = json.integer(name);
        if (number < least || number > Integer.MAX_VALUE) {
            throw new MalformedDocumentException(
                    "\"%s\" must be at least %d, was %d".formatted(name, least, number));
        }
        return (int) number;
    }

    /** Equal for two check-ins that differ in nothing but the free space. */
    Sha256 digest() {
        return Sha256.of(
                (agentVersion + hardwareClass + installed).getBytes(StandardCharsets.UTF_8));
    }
}
