package org.metalayer.agent.stick;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.trust.PinnedRoot;

/**
 * What {@code init} was told: {@code .metalayer/stick.json}.
 *
 * @param server the Main System's address, without a path
 * @param virtualSerial declares a virtual USB descriptor instead of looking for hardware
 * @param enrolmentCode accepts the stick at once when the Main System knows it
 * @param trust the root that came with the stick's image; otherwise that of the first enrolment
 *     counts
 * @param headroom bytes of the stick that installing leaves free
 */
public record StickConfig(
        URI server,
        ModuleId moduleId,
        ModuleName moduleName,
        Optional<String> virtualSerial,
        Optional<String> enrolmentCode,
        Optional<PinnedRoot> trust,
        Intervals intervals,
        long headroom) {

    /** Leaves room for the agent's own records and for the owner to save a document. */
    public static final long DEFAULT_HEADROOM = 16L << 20;

    public StickConfig {
        checkServer(server);
        virtualSerial.ifPresent(serial -> Texts.line("virtual serial", serial, 1, 126));
        enrolmentCode.ifPresent(code -> Texts.line("enrolment code", code, 1, 128));
        if (headroom < 0) {
            throw new MalformedDocumentException("headroom_bytes must not be negative");
        }
    }

    /** Those of a stick that nothing else was said about. */
    public static StickConfig first(URI server, ModuleId id, ModuleName name) {
        return new StickConfig(
                server,
                id,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Intervals.DEFAULT,
                DEFAULT_HEADROOM);
    }

    public static StickConfig read(JsonObject json) {
        return new StickConfig(
                server(json.string("server")),
                new ModuleId(json.string("module_id")),
                new ModuleName(json.string("module_name")),
                json.optionalString("virtual_serial"),
                json.optionalString("enrolment_code"),
                json.members().get("trust") instanceof JsonObject trust
                        ? Optional.of(PinnedRoot.read(trust))
                        : Optional.empty(),
                Intervals.read(json.object("intervals")),
                json.integer("headroom_bytes"));
    }

    public JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("server", server.toString())
                        .put("module_id", moduleId.value())
                        .put("module_name", moduleName.value())
                        .put("virtual_serial", virtualSerial.orElse(null))
                        .put("enrolment_code", enrolmentCode.orElse(null));
        trust.ifPresent(root -> json.put("trust", root.write()));
        return json.put("intervals", intervals.write()).put("headroom_bytes", headroom).build();
    }

    /** The same when the code has served. */
    public StickConfig withoutEnrolmentCode() {
        return renamed(moduleId, Optional.empty());
    }

    /** The same with a code for its enrolment. */
    public StickConfig withEnrolmentCode(String code) {
        return renamed(moduleId, Optional.of(code));
    }

    /** The same under another id, with a code for its enrolment where there is one. */
    public StickConfig renamed(ModuleId newId, Optional<String> newCode) {
        return new StickConfig(
                server, newId, moduleName, virtualSerial, newCode, trust, intervals, headroom);
    }

    /** The same for a Main System at another address. */
    public StickConfig at(URI address) {
        return new StickConfig(
                address,
                moduleId,
                moduleName,
                virtualSerial,
                enrolmentCode,
                trust,
                intervals,
                headroom);
    }

    /** The same for a Main System whose first root is another one. */
    public StickConfig trusting(PinnedRoot first) {
        return new StickConfig(
                server,
                moduleId,
                moduleName,
                virtualSerial,
                enrolmentCode,
                Optional.of(first),
                intervals,
                headroom);
    }

    /** The file that {@code init} writes; it may hold an enrolment code. */
    public static StateFile<StickConfig> file(StickDirectory stick, DurableFiles files) {
        return new StateFile<>(files, stick.config(), StickConfig::read, StickConfig::write)
                .secret();
    }

    /**
     * Reads the settings of a stick that is prepared.
     *
     * @throws NotAStickException when it is not
     */
    public static StickConfig of(StickDirectory stick, DurableFiles files) throws IOException {
        return file(stick, files).read().orElseThrow(() -> new NotAStickException(stick.root()));
    }

    /** Parses the address of a Main System, such as {@code https://main.example:8443}. */
    public static URI server(String text) {
        try {
            String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            return checkServer(URI.create(bare));
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException(
                    "server is no address: \"%s\"".formatted(Texts.shown(text)), e);
        }
    }

    private static URI checkServer(URI server) {
        boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
        boolean bare =
                server.getRawQuery() == null
                        && server.getRawFragment() == null
                        && server.getRawUserInfo() == null
                        && "".equals(server.getRawPath());
        if (!http || server.getHost() == null || !bare) {
            throw new MalformedDocumentException(
                    "server must be an address such as https://main.example:8443, was \"%s\""
                            .formatted(Texts.shown(server.toString())));
        }
        return server;
    }
}
