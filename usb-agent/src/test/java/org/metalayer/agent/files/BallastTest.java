package org.metalayer.agent.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BallastTest {

    @TempDir private Path directory;

    private boolean full;
    private DurableFiles records = new DurableFiles(StorageFaults.none());

    @BeforeEach
    void keepRoom() throws IOException {
        // As if the ballast held the last bytes of a full disk.
        StorageFaults faults =
                StorageFaults.calling(operation -> {
                    boolean takes =
                            operation.equals("write") || operation.equals("create-directory");
                    if (full && takes && Files.exists(ballast())) {
                        throw new DiskFull(directory, 100, 0);
                    }
                });
        records = new DurableFiles(faults).withBallast(ballast());
        records.keepBallast();
        assertThat(ballast()).hasSize(Ballast.SIZE);
    }

    @Test
    void aSmallRecordFindsRoomAgainAndAgain() throws IOException {
        full = true;
        for (String content : new String[] {"one", "two"}) {
            records.replaceSecret(directory.resolve("record"), content.getBytes(UTF_8));

            assertThat(directory.resolve("record")).hasContent(content);
            assertThat(ballast()).hasSize(Ballast.SIZE);
        }
    }

    @Test
    void aDirectoryFindsRoom() throws IOException {
        full = true;
        records.createDirectories(directory.resolve("a/b"));

        assertThat(directory.resolve("a/b")).isDirectory();
        assertThat(ballast()).hasSize(Ballast.SIZE);
    }

    @Test
    void whatWouldNotFitAnywayDoesNotCostTheBallast() {
        full = true;

        assertThatThrownBy(() ->
                        records.replace(directory.resolve("record"), new byte[Ballast.SIZE + 1]))
                .isInstanceOf(DiskFull.class);
        assertThat(ballast()).hasSize(Ballast.SIZE);
    }

    @Test
    void whatIsNoRecordDoesNotGetIt() {
        full = true;

        assertThatThrownBy(() -> records.unsynced().replace(directory.resolve("x"), new byte[1]))
                .isInstanceOf(DiskFull.class);
    }

    @Test
    void whatIsMissingOfItIsTakenWhenThereIsRoom() throws IOException {
        Files.write(ballast(), new byte[4096]);
        records.keepBallast();

        assertThat(ballast()).hasSize(Ballast.SIZE);
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }
}
