package org.metalayer.server.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.blob.BlobPackWriter;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Claim;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.UpgradeReport;

/** An upgrade report in the making, with the bytes of its files. */
public final class Proposal {

    private final UUID id = UUID.randomUUID();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> features = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private List<UUID> parents = List.of();
    private String component = "music-player";
    private UpgradeType type = UpgradeType.FEATURE;
    private String description = "Playlists";
    private FileMode mode = FileMode.PLAIN;

    private Proposal() {}

    /** A small music player: a feature as in the story. */
    public static Proposal aFeature() {
        return aPlayer().feature("Playlist");
    }

    /** No file yet. */
    public static Proposal empty() {
        return new Proposal();
    }

    private static Proposal aPlayer() {
        return new Proposal()
                .file("index.html", "<script src=\"player.js\"></script>")
                .file("player.js", "play()");
    }

    public static Proposal of(UpgradeType type) {
        return type == UpgradeType.FEATURE ? aFeature() : aPlayer().type(type);
    }

    /** A native agent for sticks that boot. */
    public static Proposal anAgent() {
        byte[] program = new byte[300_000];
        new Random(1).nextBytes(program);
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0};
        System.arraycopy(elf, 0, program, 0, elf.length);
        return empty().component("agent")
                .file(
                        "component.json",
                        """
                        {"title":"Agent","hardware_classes":["metalayer-console-amd64"],
                         "agent":{"version":"0.2.0","sha256":"%s"}}
                        """
                                .formatted(Sha256.of(program)))
                .file("program/00000", program);
    }

    /** An operating system for sticks that boot, as far as the Main System looks at it. */
    public static Proposal aSystem() {
        return empty().component("os")
                .file(
                        "component.json",
                        """
                        {"title":"System","hardware_classes":["metalayer-console-amd64"],
                         "system":{"version":"2","root_hash":"%s"}}
                        """
                                .formatted("ab".repeat(32)))
                .file("kernel/00000", "a kernel")
                .file("root/00000", "a root")
                .file("verity/00000", "a tree of hashes");
    }

    public Proposal component(String name) {
        component = name;
        return this;
    }

    public Proposal type(UpgradeType given) {
        type = given;
        return this;
    }

    public Proposal description(String text) {
        description = text;
        return this;
    }

    public Proposal feature(String feature) {
        features.add(feature);
        return this;
    }

    public Proposal claim(String metric, String factor) {
        claims.add(new Claim(metric, new BigDecimal(factor)));
        return this;
    }

    public Proposal parent(UUID release) {
        parents = List.of(release);
        return this;
    }

    public Proposal file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public Proposal file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public Proposal executable() {
        mode = FileMode.EXECUTABLE;
        return this;
    }

    public UUID id() {
        return id;
    }

    public Collection<byte[]> contents() {
        return files.values();
    }

    /** The signed report of a stick. */
    public byte[] signed(ModuleId moduleId, SigningKey key) {
        return report(moduleId).sign(key).encode();
    }

    public byte[] signedBy(SimulatedStick stick) {
        return signed(stick.moduleId(), stick.key());
    }

    public UpgradeReport report(ModuleId moduleId) {
        return new UpgradeReport(
                id,
                new Contributor(moduleId, new ModuleName("Kitchen stick")),
                new ComponentName(component),
                type,
                description,
                features,
                claims,
                parents,
                FileManifest.of(
                        files.entrySet().stream()
                                .map(file -> entry(file.getKey(), file.getValue()))
                                .toList()),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Its files as one blob pack. */
    public byte[] pack() {
        return pack(files.values().stream().map(Sha256::of).toList());
    }

    /** Those of its files that are {@code wanted}, as one blob pack. */
    public byte[] pack(Collection<Sha256> wanted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlobPackWriter writer = new BlobPackWriter(out);
        try {
            for (byte[] content : files.values()) {
                Sha256 digest = Sha256.of(content);
                if (wanted.contains(digest)) {
                    writer.add(digest, content.length, new ByteArrayInputStream(content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private FileEntry entry(String path, byte[] content) {
        return new FileEntry(new RelativePath(path), content.length, mode, Sha256.of(content));
    }
}
