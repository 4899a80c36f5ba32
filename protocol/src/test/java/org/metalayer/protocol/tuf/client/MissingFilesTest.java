package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.metalayer.protocol.tuf.client.TestRepository.CODE;
import static org.metalayer.protocol.tuf.client.TestRepository.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.Sha256;

/**
 * Whatever is deleted or torn, on the stick or in the repository: nothing is ever trusted without
 * being verified.
 */
class MissingFilesTest extends ClientFixture {
    private static final String PATH = "code/player/1.json";

    @ParameterizedTest
    @ValueSource(strings = {"timestamp.json", "1.snapshot.json", "1.targets.json", "1.code.json"})
    void aFileThatTheRepositoryLacksIsRefused(String file) {
        repository.files.remove(file);
        refused(() -> find(PATH), Refusal.MISSING);
    }

    @Test
    void aFirstRootThatTheRepositoryLacksIsRefused() {
        repository.files.remove("1.root.json");
        RootPin digest = RootPin.ofDigest(Sha256.of(repository.root.raw()));
        refused(
                () -> new Updater(digest, new MetadataStore(directory), repository).refresh(NOW),
                Refusal.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root.pin",
                "root.version",
                "root.json",
                "timestamp.json",
                "snapshot.json",
                "targets.json",
                "code.json"
            })
    void aLostOrTornFileOfTheStickIsFetchedAgainAndVerified(String file) throws IOException {
        repository.role(CODE, Map.of(PATH, "release"), "robot", "human");
        repository.nextRoot("online", "root");
        repository.publish();
        find(PATH);
        byte[] whole = Files.readAllBytes(directory.resolve(file));
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(directory.resolve(file), Arrays.copyOf(whole, length));
            assertThat(find(PATH)).as("%s of %d bytes", file, length).isPresent();
            assertThat(directory.resolve(file)).exists();
        }
        Files.delete(directory.resolve(file));
        assertThat(find(PATH)).isPresent();
        assertThat(refresh().root().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"root.json", "timestamp.json", "snapshot.json", "targets.json", "code.json"})
    void aFileThatSomebodyPutOnTheStickIsNotTrusted(String file) throws IOException {
        find(PATH);
        byte[] foreign = Files.readAllBytes(directory.resolve(file));
        // One digit of a signature is enough.
        int digit = new String(foreign, UTF_8).indexOf("\"sig\":\"") + 8;
        foreign[digit] = (byte) (foreign[digit] == '0' ? '1' : '0');
        Files.write(directory.resolve(file), foreign);
        find(PATH);
        assertThat(Files.readAllBytes(directory.resolve(file))).isNotEqualTo(foreign);
    }

    @Test
    void aRootThatWasLostComesBackNoOlderThanItWas() throws IOException {
        repository.nextRoot("online", "root");
        repository.publish();
        find(PATH);
        byte[] newer = Objects.requireNonNull(repository.files.remove("2.root.json"));
        for (String lost : List.of("root.json", "root.pin")) {
            Files.delete(directory.resolve(lost));
            refused(() -> client().updateRoot(), Refusal.ROLLBACK);
            refused(Refusal.ROLLBACK);
        }
        repository.files.put("2.root.json", newer);
        assertThat(refresh().root().version()).isEqualTo(2);
    }

    @Test
    void aLostPinCostsNoRoot() throws IOException {
        repository.nextRoot("online", "root");
        repository.publish();
        find(PATH);
        Files.delete(directory.resolve("root.pin"));
        repository.files.remove("1.root.json");
        repository.files.remove("2.root.json");
        assertThat(refresh().root().version()).isEqualTo(2);
    }

    @Test
    void whatAPowerCutLeftIsSweptAndNothingElse() throws IOException {
        refresh();
        Files.writeString(directory.resolve(".root.json.4711"), "torn");
        new MetadataStore(directory).sweep();
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("root.json", "root.pin", "root.version")
                    .noneMatch(name -> name.startsWith("."));
        }
        new MetadataStore(directory.resolve("nothing")).sweep();
    }

    @Test
    void whatCannotBeStoredCountsFromMemory() throws IOException {
        refresh();
        MetadataStore store = new MetadataStore(directory);
        Updater client = new Updater(pin, store, repository);
        Path blocked = directory.resolve("timestamp.json");
        Files.delete(blocked);
        Files.createDirectories(blocked.resolve("in the way"));
        repository.role(CODE, Map.of(PATH, "release"), "robot", "human");
        repository.publish();
        assertThat(client.refresh(NOW).find(PATH)).isPresent();
        assertThatIOException().isThrownBy(store::store);
        repository.forge(2, 1);
        refused(() -> client.refresh(NOW), Refusal.ROLLBACK);

        Files.delete(blocked.resolve("in the way"));
        Files.delete(blocked);
        store.store();
        refused(Refusal.ROLLBACK);
    }

    @Test
    void withoutAnyOfTheStoredFilesTheRepositoryStillHasToBeThePinnedOne() throws IOException {
        find(PATH);
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        repository.files.put(
                "1.root.json", Objects.requireNonNull(repository.files.get("1.targets.json")));
        RootPin digest = RootPin.ofDigest(pin.digest());
        refused(
                () -> new Updater(digest, new MetadataStore(directory), repository).refresh(NOW),
                Refusal.NOT_PINNED);
    }
}
