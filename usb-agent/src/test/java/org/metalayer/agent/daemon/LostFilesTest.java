package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.NotAStickException;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.trust.ReleaseRole;

/**
 * Whatever file of the agent's is deleted: nothing unsigned is installed, and nobody is replaced.
 */
class LostFilesTest extends WithMainSystem {

    private static final Map<String, String> ONE = Map.of("a.txt", "one");
    private static final Map<String, String> TWO = Map.of("a.txt", "two");

    /** But for the key and the settings, of which other tests tell. */
    @Test
    void anyOtherFileComesBackAndOnlyAsItWasPinned() throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        Map<Path, TestStick> sticks = new LinkedHashMap<>();
        for (Path file : agentsFiles(enrolled("usb_whole"))) {
            TestStick stick = enrolled("usb_" + sticks.size());
            Files.delete(stick.directory().control().resolve(file));
            sticks.put(file, stick);
        }
        assertThat(sticks).hasSizeGreaterThan(15);
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        system.feed()
                .publishForged(
                        ReleaseRole.CONTENT.roleName(), SigningKey.generate(new SecureRandom()));
        for (Map.Entry<Path, TestStick> lost : sticks.entrySet()) {
            lost.getValue().round();
            assertThat(lost.getValue().files("player"))
                    .as("without %s", lost.getKey())
                    .isEqualTo(ONE);
        }

        system.feed().publishForged(ReleaseRole.CONTENT.roleName());
        for (Map.Entry<Path, TestStick> lost : sticks.entrySet()) {
            TestStick stick = lost.getValue();
            if (lost.getKey().startsWith("installed")) {
                // Then what is there counts as the owner's, who is asked.
                stick.asksToInstall("player", Resolution.TAKE_THEIRS);
            }
            stick.round();
            assertThat(stick.files("player")).as("without %s", lost.getKey()).isEqualTo(TWO);
            assertThat(record(stick).trust()).isEqualTo(system.trust());
        }
    }

    @Test
    void aLostKeyIsNotReplacedByAnotherIdentity() throws Exception {
        TestStick stick = enrolled("usb_001");
        EnrolmentRecord before = record(stick);
        Path key = stick.directory().key();
        byte[] copy = Files.readAllBytes(key);
        Files.delete(key);
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());

        assertThatThrownBy(stick::round)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(key + " is missing")
                .hasMessageContaining("restore it from a copy")
                .hasMessageContaining("run `stick new-identity`");
        assertThat(key).doesNotExist();
        assertThat(stick.files("player")).isEmpty();

        Files.write(key, copy);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        stick.round();
        assertThat(stick.files("player")).isEqualTo(ONE);
        assertThat(record(stick)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrolment.json", "ratchet.json", "trust"})
    void oneTraceOfALostKeyIsEnough(String left) throws Exception {
        TestStick stick = enrolled("usb_001");
        for (String trace : List.of("key", "enrolment.json", "ratchet.json", "trust")) {
            if (!trace.equals(left)) {
                Trees.delete(stick.directory().control().resolve(trace));
            }
        }
        assertThatThrownBy(stick::round).hasMessageContaining("is missing");
        assertThat(stick.directory().key()).doesNotExist();
    }

    @Test
    void whoLostTheKeyForGoodMayBecomeAnotherStickWhenTheOwnerSaysSo() throws Exception {
        TestStick stick = enrolled("usb_001");
        Files.delete(stick.directory().key());
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            NewIdentity.make(
                    stick.directory(),
                    Storage.with(StorageFaults.none()),
                    NewIdentity.Wishes.NONE,
                    lock);
        }
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(ONE);
        assertThat(record(stick).trust()).isEqualTo(system.trust());
    }

    @Test
    void lostSettingsAreAskedFor() throws Exception {
        TestStick stick = enrolled("usb_001");
        VerifyingKey key = stick.local().identity().key().publicKey();
        Files.delete(stick.directory().config());
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        assertThatThrownBy(stick::round)
                .isInstanceOf(NotAStickException.class)
                .hasMessageContaining("run `stick init");
        assertThat(stick.files("player")).isEmpty();

        TestStick again = stick("usb_001");
        again.round();
        assertThat(again.local().identity().key().publicKey()).isEqualTo(key);
        assertThat(again.files("player")).isEqualTo(ONE);
    }

    /** What was verified says as well from which root on. */
    @ParameterizedTest
    @ValueSource(strings = {"", "root.pin", "root.version"})
    void aLostEnrolmentIsNoFirstContact(String lostToo) throws Exception {
        TestStick stick = enrolled("usb_001");
        EnrolmentRecord before = record(stick);
        Files.delete(stick.directory().enrolment());
        if (!lostToo.isEmpty()) {
            Files.delete(stick.directory().trust().resolve(lostToo));
        }
        try (SimulatedMainSystem impostor = SimulatedMainSystem.start()) {
            system.sticks().showTrust(impostor.trust());
            stick.round();
            assertThat(stick.trouble())
                    .contains("another first root than the one this stick trusts")
                    .contains("ask the operator")
                    .contains("`stick new-identity --trust 1.root.json`");
            assertThat(stick.local().enrolmentFile().read()).isEmpty();
        }
        system.sticks().showTrust(system.trust());
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(record(stick)).isEqualTo(before);
    }

    /** An agent of before wrote them without a look at what the stick trusts. */
    @Test
    void settingsThatNameAnotherRootAreNoWordAgainstWhatWasVerified() throws Exception {
        TestStick stick = enrolled("usb_001");
        EnrolmentRecord before = record(stick);
        Files.delete(stick.directory().enrolment());
        try (SimulatedMainSystem impostor = SimulatedMainSystem.start()) {
            stick.trusting(impostor.trust());
            system.sticks().showTrust(impostor.trust());
            stick.round();
            assertThat(stick.trouble()).contains("another first root");
            assertThat(stick.local().enrolmentFile().read()).isEmpty();
        }
        system.sticks().showTrust(system.trust());
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(record(stick)).isEqualTo(before);
    }

    /** Has been in touch, and has what is rolled out. */
    private TestStick enrolled(String moduleId) throws IOException {
        TestStick stick = stick(moduleId);
        stick.round();
        stick.round();
        return stick;
    }

    private static List<Path> agentsFiles(TestStick stick) throws IOException {
        Path control = stick.directory().control();
        try (Stream<Path> files = Files.walk(control)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(stick.directory().key()))
                    .filter(file -> !file.equals(stick.directory().config()))
                    .map(control::relativize)
                    .toList();
        }
    }

    private static EnrolmentRecord record(TestStick stick) throws IOException {
        return stick.local().enrolmentFile().read().orElseThrow();
    }
}
