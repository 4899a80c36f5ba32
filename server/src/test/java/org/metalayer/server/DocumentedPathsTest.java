package org.metalayer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/** Whoever writes an agent reads one page: no door of the sticks may be missing there. */
class DocumentedPathsTest {

    /** Another test holds it equal to what the server answers. */
    private static final Path OPEN_API = Path.of("../dashboard-web/openapi.json");

    private static final Path PAGE = Path.of("../docs/protocol.md");

    @Test
    void everyRequestOfASticksOwnInterfaceStandsInTheProtocol() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = new ArrayList<>(requests());
        assertThat(missing).hasSizeGreaterThan(8);
        missing.removeIf(request -> page.contains("`" + request + "`"));
        assertThat(missing).isEmpty();
    }

    private static List<String> requests() throws IOException {
        JsonObject paths = Json.parseObject(Files.readAllBytes(OPEN_API)).object("paths");
        List<String> requests = new ArrayList<>();
        for (String path : paths.members().keySet()) {
            if (path.startsWith("/api/v1/stick/") || path.startsWith("/feed/")) {
                for (String method : paths.object(path).members().keySet()) {
                    requests.add(method.toUpperCase(Locale.ROOT) + " " + path);
                }
            }
        }
        return requests;
    }
}
