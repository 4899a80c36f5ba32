package org.metalayer.protocol.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;

class SystemFilesTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[0]);

    private final List<FileEntry> files =
            new ArrayList<>(
                    List.of(
                            file("component.json", 100),
                            file("kernel/00000", 10),
                            file("root/00000", 1000),
                            file("root/00001", 500),
                            file("verity/00000", 20)));

    private static FileEntry file(String path, long size) {
        return new FileEntry(new RelativePath(path), size, FileMode.PLAIN, DIGEST);
    }

    private SystemFiles sorted() {
        return SystemFiles.of(FileManifest.of(files));
    }

    @Test
    void aReleaseIsItsPartsInOrder() {
        SystemFiles system = sorted();

        assertThat(system.pieces(SystemPart.ROOT))
                .extracting(FileEntry::size)
                .containsExactly(1000L, 500L);
        assertThat(system.size(SystemPart.ROOT)).isEqualTo(1500);
        assertThat(system.all()).hasSize(4);
        assertThat(system.descriptor().path()).hasToString("component.json");
    }

    @Test
    void whatIsMissingOrNotAPieceIsRefused() {
        for (String path : List.of("component.json", "kernel/00000", "root/00000")) {
            files.removeIf(file -> file.path().value().equals(path));
            assertThatThrownBy(this::sorted).isInstanceOf(MalformedDocumentException.class);
            files.add(file(path, 10));
        }
        for (FileEntry wrong :
                List.of(
                        file("root/00003", 1),
                        file("other", 1),
                        file("root/00002", 0),
                        file("root/00002", Cutter.MAX_PIECE + 1),
                        new FileEntry(
                                new RelativePath("root/00002"), 1, FileMode.EXECUTABLE, DIGEST))) {
            files.add(wrong);
            assertThatThrownBy(this::sorted).isInstanceOf(MalformedDocumentException.class);
            files.remove(wrong);
        }
        assertThat(sorted().all()).hasSize(4);
    }

    @Test
    void whatThereIsNoRoomForIsRefused() {
        for (int n = 2; n <= 800; n++) {
            files.add(file(SystemFiles.path(SystemPart.ROOT, n).value(), Cutter.MAX_PIECE));
        }

        assertThatThrownBy(this::sorted).hasMessageContaining("root of a system");
    }

    @Test
    void anAgentIsItsProgram() {
        FileManifest agent =
                FileManifest.of(List.of(file("component.json", 100), file("program/00000", 7)));

        assertThat(SystemFiles.of(SystemFiles.AGENT, agent).size(SystemPart.PROGRAM)).isEqualTo(7);
        assertThatThrownBy(() -> SystemFiles.of(agent)).hasMessageContaining("kernel of a system");
        files.add(file("program/00000", 7));
        assertThatThrownBy(this::sorted).hasMessageContaining("other files");
    }

    @Test
    void theDescriptorOfAnAgentIsRead() {
        SystemDescriptor descriptor =
                new SystemDescriptor(new SystemVersion("0.2"), Sha256.of(new byte[1]));
        byte[] json =
                Json.write(descriptor.putAgent(new JsonBuilder().put("title", "Agent")).build());

        assertThat(SystemDescriptor.of(SystemFiles.AGENT, Json.parseObject(json)))
                .isEqualTo(descriptor);
        assertThatThrownBy(() -> SystemDescriptor.of(SystemFiles.COMPONENT, Json.parseObject(json)))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void theDescriptorIsRead() {
        SystemDescriptor descriptor =
                new SystemDescriptor(new SystemVersion("1.4"), Sha256.of(new byte[1]));
        var json =
                new JsonBuilder()
                        .put("title", "System")
                        .put(SystemDescriptor.MEMBER, descriptor.write())
                        .build();

        assertThat(SystemDescriptor.of(Json.parseObject(Json.write(json)))).isEqualTo(descriptor);
        assertThatThrownBy(() -> SystemDescriptor.of(new JsonBuilder().build()))
                .isInstanceOf(MalformedDocumentException.class);
    }
}
