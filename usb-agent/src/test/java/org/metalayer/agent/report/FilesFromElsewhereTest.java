package org.metalayer.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.daemon.TestStick;
import org.metalayer.agent.daemon.Trees;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;

/** Files from elsewhere beside an owner who saves at any moment, and power cuts. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class FilesFromElsewhereTest {

    private static final String MUSIC = "music-player";
    private static final String LIST = "playlist.js";
    private static final String CUT = "the power was cut";

    @TempDir private Path directory;
    private SimulatedMainSystem system;
    private TestStick stick;

    /** The same name as a file of the release that the stick runs. */
    private Path better;

    @BeforeEach
    void install() throws Exception {
        system = SimulatedMainSystem.start();
        stick = TestStick.in(directory, system.url(), "usb_002");
        system.feed()
                .rollOut(
                        aRelease(system)
                                .component(MUSIC)
                                .file(LIST, "list()")
                                .file("score.js", "score()")
                                .build());
        stick.round();
        better = Files.writeString(directory.resolve(LIST), "better()");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void takeThePlaceOfWhatAReleasePutThereAndNobodyChanged() throws Exception {
        stick.write(MUSIC, "score.js", "the owner's own");
        Path score = Files.writeString(directory.resolve("score.js"), "better()");

        assertThatThrownBy(() -> bring(score, StorageFaults.none()))
                .hasMessageContaining("score.js is there already");
        bring(better, StorageFaults.none());
        assertThat(stick.files(MUSIC))
                .isEqualTo(Map.of(LIST, "better()", "score.js", "the owner's own"));
    }

    @Test
    void doNotReplaceWhatTheOwnerSavesDuringTheCopy() throws Exception {
        StorageFaults ownerSaves =
                atEach("copy", times -> stick.write(MUSIC, LIST, "the owner's own"));

        assertThatThrownBy(() -> bring(better, ownerSaves))
                .hasMessageContaining(LIST + " is there already");
        assertThat(stick.files(MUSIC))
                .isEqualTo(Map.of(LIST, "the owner's own", "score.js", "score()"));
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Editor.class)
    void loseNothingThatTheOwnerSavesWhileACopyIsTakenBack(Editor editor) throws Exception {
        StorageFaults ownerSaves =
                atEach(
                        "exchange",
                        times -> {
                            if (times < 3) {
                                editor.save(stick.content(MUSIC).resolve(LIST), "save " + times);
                            }
                        });

        assertThatThrownBy(() -> bring(better, ownerSaves))
                .hasMessageContaining(LIST + " is there already")
                .hasMessageContaining("just before is in " + kept());
        assertThat(stick.files(MUSIC)).isEqualTo(Map.of(LIST, "save 2", "score.js", "score()"));
        assertThat(Trees.contents(kept()).values()).containsExactly("save 1");
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
    }

    @Test
    void giveBackWhatTheOwnerSavedWhenThePowerWasCutBeforeTheyCould() throws Exception {
        StorageFaults powerCut =
                atEach(
                        "exchange",
                        times -> {
                            if (times == 2) {
                                throw new IOException(CUT);
                            }
                            stick.write(MUSIC, LIST, "the owner's own");
                        });

        assertThatThrownBy(() -> bring(better, powerCut)).hasMessage(CUT);
        bring(better, StorageFaults.none());
        assertThat(stick.files(MUSIC)).isEqualTo(Map.of(LIST, "better()", "score.js", "score()"));
        assertThat(Trees.contents(kept()).values()).containsExactly("the owner's own");
        assertThat(stick.directory().log()).content().contains(LIST, kept().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "sync", "exchange", "delete"})
    void leaveNothingInTheWayWhenThePowerIsCut(String operation) throws Exception {
        StorageFaults powerCut =
                atEach(
                        operation,
                        times -> {
                            throw new IOException(CUT);
                        });

        assertThatThrownBy(() -> bring(better, powerCut)).hasMessage(CUT);
        bring(better, StorageFaults.none());
        assertThat(stick.files(MUSIC)).isEqualTo(Map.of(LIST, "better()", "score.js", "score()"));
        assertThat(kept()).doesNotExist();
    }

    /** How programs save. */
    enum Editor {
        WRITES_INTO_THE_FILE,
        REPLACES_THE_FILE;

        void save(Path file, String text) throws IOException {
            if (this == REPLACES_THE_FILE) {
                Path fresh = Files.writeString(file.resolveSibling("fresh"), text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.writeString(file, text);
            }
        }
    }

    /** What happens before an operation that has begun this many times. */
    private interface Event {
        void happens(int times) throws IOException;
    }

    private static StorageFaults atEach(String wanted, Event event) {
        AtomicInteger times = new AtomicInteger();
        return StorageFaults.calling(operation -> {
            if (operation.equals(wanted)) {
                event.happens(times.incrementAndGet());
            }
        });
    }

    private Path kept() {
        return stick.directory().kept(new ComponentName(MUSIC));
    }

    private void bring(Path file, StorageFaults faults) throws IOException {
        new FamiliarReport(stick.directory(), Storage.with(faults), InstantSource.system())
                .propose(
                        "usb_002",
                        "Music Player",
                        "feature",
                        "Better",
                        List.of(file.toString()),
                        List.of());
    }
}
