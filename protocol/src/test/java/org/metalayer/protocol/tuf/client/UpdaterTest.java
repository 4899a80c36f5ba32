package org.metalayer.protocol.tuf.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.protocol.tuf.client.TestRepository.CODE;
import static org.metalayer.protocol.tuf.client.TestRepository.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

class UpdaterTest extends ClientFixture {
    private static final String PATH = "code/player/1.json";

    @Test
    void fetchesInTheOrderOfTheSpecification() throws IOException {
        refresh();
        assertThat(repository.requests)
                .containsExactly(
                        "2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json");
    }

    @Test
    void fetchesOnlyTheTimestampAndTheNextRootWhenNothingChanged() throws IOException {
        refresh();
        repository.requests.clear();
        refresh();
        assertThat(repository.requests).containsExactly("2.root.json", "timestamp.json");
    }

    @Test
    void findsATargetThroughItsDelegationAndVerifiesItsBytes() throws IOException {
        repository.role(CODE, Map.of(PATH, "the release"), "robot", "human");
        repository.publish();
        TrustedTargets targets = refresh();
        FoundTarget found = targets.find(PATH).orElseThrow();
        assertThat(found.role()).isEqualTo(CODE);
        String digest = Sha256.of("the release".getBytes(UTF_8)).hex();
        assertThat(targets.location(found)).isEqualTo("code/player/" + digest + ".1.json");
        var in = new ByteArrayInputStream("the release".getBytes(UTF_8));
        assertThat(new VerifyingInputStream(in, found.file()).readAllBytes())
                .isEqualTo("the release".getBytes(UTF_8));
    }

    @Test
    void startsFromTheDigestOfTheFirstRoot() throws IOException {
        repository.nextRoot("online", "root");
        RootPin digest =
                RootPin.ofDigest(
                        Sha256.of(Objects.requireNonNull(repository.files.get("1.root.json"))));
        var store = new MetadataStore(directory);
        TrustedTargets targets = new Updater(digest, store, repository).refresh(NOW);
        assertThat(targets.root().version()).isEqualTo(2);
        // Once pinned, the first root is not asked for again.
        repository.requests.clear();
        new Updater(digest, store, repository).refresh(NOW);
        assertThat(repository.requests).doesNotContain("1.root.json");
    }

    @Test
    void anotherPinMakesNothingOfWhatWasStoredForTheFirst() throws IOException {
        refresh();
        var other = new TestRepository();
        other.nextRoot("online", "root");
        RootPin pinOfOther = RootPin.ofBytes(other.root.raw());
        var updater = new Updater(pinOfOther, new MetadataStore(directory), other);
        assertThat(updater.refresh(NOW).root().version()).isEqualTo(2);
    }

    @Test
    void pollsWithOneConditionalRequest() throws IOException {
        Updater client = client();
        assertThat(client.hasNews(NOW)).as("before the first refresh").isTrue();
        client.refresh(NOW);
        repository.requests.clear();
        assertThat(client.hasNews(NOW)).isFalse();
        assertThat(repository.requests).containsExactly("timestamp.json");
        repository.publish();
        assertThat(client.hasNews(NOW)).isTrue();
        client.refresh(NOW);
        assertThat(client.hasNews(NOW)).isFalse();
    }

    @Test
    void anExpiredDelegatedRoleStopsOnlyWhatItSpeaksOf() throws IOException {
        repository.roles.put(
                CODE,
                TestRepository.sign(
                        SignedMetadata.unsigned(new Targets(2, NOW, Map.of(), Delegations.NONE)),
                        "robot",
                        "human"));
        repository.serve(CODE, Objects.requireNonNull(repository.roles.get(CODE)));
        repository.publish();
        TrustedTargets targets = refresh();
        refused(() -> targets.find(PATH), Refusal.EXPIRED);
        assertThat(targets.find("content/a/1.json")).isEmpty();
    }

    @Test
    void aKeyThatATargetsRoleRevokedNoLongerSigns() throws IOException {
        refresh().find(PATH);
        repository.targets(TestRepository.delegations("new robot"));
        repository.publish();
        refused(() -> find(PATH), Refusal.SIGNATURE);
        repository.role(CODE, Map.of(PATH, "again"), "new robot", "human");
        repository.publish();
        assertThat(find(PATH)).isPresent();
    }

    @Test
    void followsManyRootsButNotMoreThanItsBoundInOneRun() throws IOException {
        for (int i = 0; i < Updater.MAX_ROOTS + 10; i++) {
            repository.nextRoot("online", "root");
        }
        assertThat(refresh().root().version()).isEqualTo(Updater.MAX_ROOTS + 1);
        assertThat(refresh().root().version()).isEqualTo(Updater.MAX_ROOTS + 11);
    }

    @Test
    void aNewRootHasToBeSignedByTheOldKeyAndByTheNew() {
        repository.nextRoot("online");
        refused(Refusal.SIGNATURE);
        repository.nextRoot("online", "root");
        assertThat(repository.files).containsKey("3.root.json");
        refused(Refusal.SIGNATURE);
    }

    @Test
    void keepsEveryFileByteForByte() throws IOException {
        byte[] spaced = (new String(repository.root.raw(), UTF_8) + " \n").getBytes(UTF_8);
        var updater =
                new Updater(RootPin.ofBytes(spaced), new MetadataStore(directory), repository);
        updater.refresh(NOW);
        assertThat(directory.resolve("root.json")).hasBinaryContent(spaced);
        assertThat(directory.resolve("timestamp.json"))
                .hasBinaryContent(Objects.requireNonNull(repository.files.get("timestamp.json")));
    }

    @Test
    void aRoleNamedLikeAPathStaysInItsFolder() throws IOException {
        String name = "../../x";
        repository.startAnew();
        repository.targets(
                RoleDefinition.delegations(
                        List.of(
                                TestRepository.definition(1, "robot")
                                        .delegation(name, List.of("*"), false))));
        repository.role(RoleName.delegated(name), Map.of("a", "b"), "robot");
        repository.publish();
        assertThat(find("a")).isPresent();
        assertThat(repository.requests).contains("1...%2F..%2Fx.json");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("..%2F..%2Fx.json");
        }
    }
}
